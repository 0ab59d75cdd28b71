package dev.daybook.load.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which code was measured; {@code dirty} when it is not quite the one that git knows. */
public record Revision(String commit, boolean dirty) {
    public static Revision of(Path repository) {
        String commit = git(repository, "rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) return new Revision("unknown", true);
        return new Revision(commit, !git(repository, "status", "--porcelain").isEmpty());
    }

    /** Empty where there is no git, or nothing that it knows. */
    private static String git(Path repository, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process git = new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? answer : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
