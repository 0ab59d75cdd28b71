package dev.daybook.identity.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a missing or useless signing key into advice instead of a stack trace. */
class SigningKeyFailureAnalyzer extends AbstractFailureAnalyzer<SigningKeyUnavailableException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SigningKeyUnavailableException cause) {
        return new FailureAnalysis(cause.getMessage(), """
                Make a key with
                    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out signing-key.pem
                and name it in daybook.identity.signing-key-file (DAYBOOK_IDENTITY_SIGNING_KEY_FILE).""", cause);
    }
}
