package specimen.dev.daybook.query.parcels;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Card {
    @Id
    String id;
}
