package dev.daybook.identity.contract;

import java.time.Duration;

/** A short-lived token for requests and the one that gets the next pair, each with how long it is good for. */
public record TokenPair(String accessToken, Duration expiresIn, String refreshToken, Duration refreshTokenExpiresIn) {
    /** Nothing of its content: the tokens are secrets. */
    @Override
    public String toString() {
        return "TokenPair";
    }
}
