package specimen.dev.daybook.api.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Reads a table. */
@RestController
public record TableController(JdbcClient jdbc) {}
