package dev.daybook.identity.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, String> {
    Optional<Account> findByUsernameKey(String usernameKey);

    boolean existsByUsernameKey(String usernameKey);

    List<Account> findByIdGreaterThanOrderById(String id, Limit limit);

    /** For whoever means to change the account, or to open a session for it while nobody else changes it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockById(String id);

    @Query("select count(a) from Account a where dev.daybook.identity.contract.Role.ADMIN member of a.roles")
    long countAdmins();

    /** Keeps others from opening accounts and changing roles until the transaction ends. */
    @Query(value = "select id from account_lock where id = 1 for update", nativeQuery = true)
    int lockAll();
}
