package dev.daybook.load.trial;

/** The command line asks for what there is not; the message says what there is. */
public final class WrongSettingException extends RuntimeException {
    public WrongSettingException(String message) {
        super(message);
    }
}
