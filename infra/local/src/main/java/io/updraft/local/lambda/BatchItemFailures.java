package io.updraft.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What a function's answer says about its batch. */
public final class BatchItemFailures {
  /** The identifier of nothing, which a batch is a failure as a whole for. */
  private static final Set<String> UNREADABLE = Set.of("");

  private BatchItemFailures() {}

  /**
   * The identifiers in {@code batchItemFailures}; none where the answer says nothing of failures.
   * An answer that can't be read names one that no batch has, so that nothing is taken for done.
   */
  public static Set<String> named(byte[] answer) {
    Set<String> named = new HashSet<>();
    try {
      JsonNode failures = Json.read(answer).path("batchItemFailures");
      failures.forEach(failure -> named.add(failure.path("itemIdentifier").asText()));
    } catch (IOException notJson) {
      return UNREADABLE;
    }
    return named;
  }
}
