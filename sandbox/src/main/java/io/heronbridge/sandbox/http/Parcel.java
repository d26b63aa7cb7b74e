package io.heronbridge.sandbox.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * A body to be posted until it is accepted or the delays are used up; headers are asked for anew
 * before each attempt.
 */
public record Parcel(
    String label,
    String url,
    byte[] body,
    Supplier<Map<String, String>> headers,
    List<Duration> retryDelays,
    IntPredicate accepted) {}
