package specimen.dev.daybook.query.parcels;

import org.springframework.jdbc.core.simple.JdbcClient;

public record Cards(JdbcClient jdbc) {}
