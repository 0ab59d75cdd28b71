package dev.daybook.identity.contract;

/** Who keeps a refresh token between its uses. */
public enum RefreshTokenKeeper {
    /** The client itself, which knows whether it got the token that its last one was traded for. */
    CLIENT,
    /** A browser, which trades from several pages at once, and loses the answer when a page is left. */
    BROWSER
}
