package dev.daybook.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.h2.jdbc.JdbcPreparedStatement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingParsedStatementsTest {
    private static final String DOUBLED = "select 2 * x from system_range(1, 10) where x >= ?";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        connection = new StatementGate().guard(database).getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void usesAStatementAgain() throws SQLException {
        JdbcPreparedStatement first;
        try (PreparedStatement statement = connection.prepareStatement(DOUBLED)) {
            first = statement.unwrap(JdbcPreparedStatement.class);
            assertThat(firstRow(statement, 3)).isEqualTo(6);
        }
        try (PreparedStatement statement = connection.prepareStatement(DOUBLED)) {
            assertThat(statement.unwrap(JdbcPreparedStatement.class)).isSameAs(first);
            assertThat(firstRow(statement, 4)).isEqualTo(8);
        }
    }

    @Test
    void leavesNothingOnItOfWhoUsedIt() throws SQLException {
        PreparedStatement before = connection.prepareStatement(DOUBLED);
        before.setMaxRows(1);
        before.setLong(1, 1);
        ResultSet forgotten = before.executeQuery();
        before.close();

        try (PreparedStatement statement = connection.prepareStatement(DOUBLED)) {
            assertThat(forgotten.isClosed()).isTrue();
            assertThat(statement.getMaxRows()).isZero();
            assertThatThrownBy(statement::executeQuery).hasMessageContaining("Parameter \"#1\" is not set");
        }
    }

    @Test
    void isClosedForWhoClosedIt() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(DOUBLED);
        statement.close();
        statement.close();

        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(() -> statement.setLong(1, 1)).isInstanceOf(SQLException.class);
        try (PreparedStatement next = connection.prepareStatement(DOUBLED)) {
            statement.close();
            assertThat(firstRow(next, 2)).isEqualTo(4);
        }
    }

    @Test
    void isAsGoodAsNewAfterAFailureAndAfterAnotherTableOfTheSameName() throws SQLException {
        connection.createStatement().execute("create table t (n bigint primary key)");
        String insert = "insert into t values (?)";
        for (int time = 0; time < 2; time++) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setLong(1, 1);
                statement.addBatch(); // left behind
                statement.setLong(1, 7);
                statement.executeUpdate();
                assertThatThrownBy(statement::executeUpdate)
                        .isInstanceOf(SQLIntegrityConstraintViolationException.class);
            }
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setLong(1, 8);
                statement.addBatch();
                assertThat(statement.executeBatch()).containsExactly(1);
            }
            connection.createStatement().execute("drop table t");
            connection.createStatement().execute("create table t (n bigint primary key)");
        }
    }

    @Test
    void givesTwoWhereTwoAreOpenAtOnce() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(DOUBLED);
                PreparedStatement other = connection.prepareStatement(DOUBLED)) {
            one.setLong(1, 5);
            assertThat(firstRow(other, 7)).isEqualTo(14);
            try (ResultSet rows = one.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(10);
            }
        }
    }

    @Test
    void tellsApartHowAStatementWasAskedFor() throws SQLException {
        connection.prepareStatement(DOUBLED).close();
        try (PreparedStatement scrolling =
                connection.prepareStatement(DOUBLED, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            scrolling.setLong(1, 1);
            try (ResultSet rows = scrolling.executeQuery()) {
                assertThat(rows.last()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(20);
            }
        }
    }

    private static long firstRow(PreparedStatement statement, long least) throws SQLException {
        statement.setLong(1, least);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
