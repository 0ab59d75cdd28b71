package dev.daybook.identity.account;

import static java.time.ZoneOffset.UTC;

import dev.daybook.identity.contract.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts in the database; works in the caller's transaction. */
@Component
class AccountRows {
    private static final String ACCOUNTS =
            "select id, username, password_hash, full_name, email, phone, created_at from account ";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String id) {
        return one("where id = ?", id);
    }

    Optional<Account> findByUsernameKey(String usernameKey) {
        return one("where username_key = ?", usernameKey);
    }

    /** For whoever means to change the account, or to open a session for it while nobody else changes it. */
    Optional<Account> lock(String id) {
        return one("where id = ? for update", id);
    }

    /** In the order of their ids. */
    List<Account> after(String id, int limit) {
        return withRoles(jdbc.sql(ACCOUNTS + "where id > ? order by id limit ?")
                .params(id, limit)
                .query(AccountRows::withoutRoles)
                .list());
    }

    boolean isTaken(String usernameKey) {
        return jdbc.sql("select count(*) from account where username_key = ?")
                        .param(usernameKey)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long count() {
        return jdbc.sql("select count(*) from account").query(Long.class).single();
    }

    long countAdmins() {
        return jdbc.sql("select count(*) from account_role where role = ?")
                .param(Role.ADMIN.name())
                .query(Long.class)
                .single();
    }

    /** Keeps others from opening accounts and changing roles until the transaction ends. */
    void lockAll() {
        jdbc.sql("select id from account_lock where id = 1 for update")
                .query(Long.class)
                .single();
    }

    void insert(Account account) {
        jdbc.sql("insert into account (id, username, username_key, password_hash, full_name, email, phone, created_at,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        account.id(),
                        account.username(),
                        Account.usernameKey(account.username()),
                        account.passwordHash(),
                        account.fullName(),
                        account.email(),
                        account.phone(),
                        account.createdAt().atOffset(UTC))
                .update();
        insertRoles(account);
    }

    /**
     * All but the roles.
     *
     * @param account who is {@linkplain #lock locked}
     */
    void update(Account account) {
        jdbc.sql("update account set password_hash = ?, full_name = ?, email = ?, phone = ?, version = version + 1"
                        + " where id = ?")
                .params(account.passwordHash(), account.fullName(), account.email(), account.phone(), account.id())
                .update();
    }

    /** @param account who is {@linkplain #lock locked} */
    void updateRoles(Account account) {
        jdbc.sql("delete from account_role where account_id = ?")
                .param(account.id())
                .update();
        insertRoles(account);
    }

    private void insertRoles(Account account) {
        for (Role role : account.roles())
            jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(account.id(), role.name())
                    .update();
    }

    private Optional<Account> one(String condition, String value) {
        List<Account> found = jdbc.sql(ACCOUNTS + condition)
                .param(value)
                .query(AccountRows::withoutRoles)
                .list();
        return withRoles(found).stream().findFirst();
    }

    private List<Account> withRoles(List<Account> accounts) {
        if (accounts.isEmpty()) return List.of();
        Map<String, Set<Role>> roles = new HashMap<>();
        jdbc.sql("select account_id, role from account_role where account_id in (:ids)")
                .param("ids", accounts.stream().map(Account::id).collect(Collectors.toSet()))
                .query((RowCallbackHandler) row -> roles.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                        .add(Role.valueOf(row.getString(2))));
        return accounts.stream()
                .map(account -> account.withRoles(roles.getOrDefault(account.id(), Set.of())))
                .toList();
    }

    private static Account withoutRoles(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("username"),
                row.getString("password_hash"),
                row.getString("full_name"),
                row.getString("email"),
                row.getString("phone"),
                Set.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
