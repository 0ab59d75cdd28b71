package dev.daybook.identity.account;

import dev.daybook.identity.contract.AccountView;
import dev.daybook.identity.contract.NewAccount;
import dev.daybook.identity.contract.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account lives from its registration on; its password is known as a hash only. */
@Entity
class Account {
    static final String ID_PREFIX = "user-";

    @Id
    private String id;

    private String username;
    private String usernameKey;
    private String passwordHash;
    private String fullName;
    private @Nullable String email;
    private @Nullable String phone;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @BatchSize(size = 100)
    private Set<Role> roles = new HashSet<>();

    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected Account() {} // Hibernate fills an empty instance

    Account(String id, NewAccount request, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.id = id;
        this.username = request.username();
        this.usernameKey = usernameKey(request.username());
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        changeProfile(request.fullName(), request.email(), request.phone());
        changeRoles(roles);
    }

    /** The form in which user names are compared. */
    static String usernameKey(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    final void changeProfile(String fullName, @Nullable String email, @Nullable String phone) {
        this.fullName = fullName;
        this.email = email;
        this.phone = phone;
    }

    void changePassword(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    /** Whether that was a change. */
    final boolean changeRoles(Set<Role> wanted) {
        Set<Role> before = Set.copyOf(roles);
        roles.retainAll(wanted);
        roles.addAll(wanted);
        roles.add(Role.USER);
        return !roles.equals(before);
    }

    String id() {
        return id;
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    AccountView view() {
        return new AccountView(id, username, fullName, email, phone, roles, createdAt);
    }
}
