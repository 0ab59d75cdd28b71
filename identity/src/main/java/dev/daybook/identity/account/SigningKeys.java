package dev.daybook.identity.account;

import java.security.PrivateKey;
import java.security.PublicKey;

/** The keys that access tokens are signed and verified with. */
interface SigningKeys {
    PrivateKey signing();

    PublicKey verifying();
}
