package dev.daybook.api.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

final class EnumNames {
    private EnumNames() {}

    static String of(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
