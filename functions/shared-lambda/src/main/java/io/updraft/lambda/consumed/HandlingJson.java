package io.updraft.lambda.consumed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Handling} as the answer of a function: {@code {"outcome":"done"}}, or {@code "again"} or
 * {@code "refused"} with a {@code "reason"}.
 */
public final class HandlingJson {
  private static final String OUTCOME = "outcome";
  private static final String REASON = "reason";

  private final JsonMapper mapper = new JsonMapper();

  /** The answer as UTF-8. */
  public byte[] write(Handling handling) {
    try {
      return mapper.writeValueAsBytes(fields(handling));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that can't be written", e);
    }
  }

  private static Map<String, String> fields(Handling handling) {
    return switch (handling) {
      case Handling.Done() -> Map.of(OUTCOME, "done");
      case Handling.Again(String reason) -> withReason("again", reason);
      case Handling.Refused(String reason) -> withReason("refused", reason);
    };
  }

  private static Map<String, String> withReason(String outcome, String reason) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(OUTCOME, outcome);
    fields.put(REASON, reason);
    return fields;
  }

  /** What the answer says; empty where it is none of the three. */
  public Optional<Handling> read(byte[] answer) {
    try {
      return handling(mapper.readTree(answer));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Handling> handling(JsonNode answer) {
    String reason = answer.path(REASON).asText("no reason given");
    return switch (answer.path(OUTCOME).asText()) {
      case "done" -> Optional.of(new Handling.Done());
      case "again" -> Optional.of(new Handling.Again(reason));
      case "refused" -> Optional.of(new Handling.Refused(reason));
      default -> Optional.empty();
    };
  }
}
