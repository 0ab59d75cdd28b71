package specimen.dev.daybook.api.web;

import org.springframework.web.bind.annotation.RestController;
import specimen.dev.daybook.query.parcels.Card;

/** Answers with an entity. */
@RestController
public class CardController {
    Card card() {
        return new Card();
    }
}
