package specimen.dev.daybook.api.web;

import org.springframework.stereotype.Controller;
import specimen.dev.daybook.query.parcels.Cards;

/** Asks for rows. */
@Controller
public record LedgerController(Cards cards) {}
