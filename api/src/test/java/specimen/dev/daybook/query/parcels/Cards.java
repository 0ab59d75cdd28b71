package specimen.dev.daybook.query.parcels;

import org.springframework.data.repository.Repository;

public interface Cards extends Repository<Card, String> {}
