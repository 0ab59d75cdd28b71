package dev.daybook.catalog.contract;

import java.util.Map;

/**
 * What a refused command's {@code CommandExecutionException} carries as its details; it survives the wire.
 *
 * @param code the {@link Refusal}'s name
 * @param detail a sentence for the caller
 * @param facts further members of the problem document, JSON types only
 */
public record RefusalDetails(String code, String detail, Map<String, Object> facts) {}
