package io.updraft.events.json;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.updraft.events.Envelope;
import io.updraft.events.Event;
import io.updraft.events.json.ReadResult.Known;
import io.updraft.events.json.ReadResult.UnknownType;
import io.updraft.events.json.ReadResult.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads envelopes. Fields that are not known are ignored, so that a payload can gain
 * some without its readers noticing. Safe for use by many threads; make one and keep it.
 */
public final class EventJson {
  private final JsonMapper mapper = mapper();
  private final EventTypes types = EventTypes.ofModel();

  /** The envelope as UTF-8, without white space. */
  public byte[] write(Envelope envelope) {
    return writeText(envelope).getBytes(StandardCharsets.UTF_8);
  }

  /** The envelope as text, for stores that keep text. */
  public String writeText(Envelope envelope) {
    try {
      return mapper.writeValueAsString(envelope);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an envelope that cannot be written: " + envelope.id(), e);
    }
  }

  /** What the message says; never an exception, whatever the bytes are. */
  public ReadResult read(byte[] message) {
    try {
      return resultOf(mapper.readValue(message, RawEnvelope.class));
    } catch (JsonProcessingException e) {
      return new Unreadable(reason(e));
    } catch (IOException e) {
      return new Unreadable("not UTF-8: " + e.getMessage());
    }
  }

  /** What the message says; never an exception, whatever the text is. */
  public ReadResult read(String message) {
    return read(message.getBytes(StandardCharsets.UTF_8));
  }

  private ReadResult resultOf(@Nullable RawEnvelope raw) throws JsonProcessingException {
    if (raw == null) {
      return new Unreadable("null is not an envelope");
    }
    Optional<Class<? extends Event>> event = types.find(raw.type());
    if (event.isEmpty()) {
      return new UnknownType(raw.type(), raw.texts().get("organization_id"));
    }
    if (!raw.isOfThisMajorVersion()) {
      return new Unreadable("version " + raw.version() + " of " + raw.type() + " is not known");
    }
    Event data = mapper.treeToValue(raw.payload(), event.get());
    return new Known(raw.around(data));
  }

  /** Names the field, and holds nothing of the message but the value that was wrong. */
  private static String reason(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return e.getOriginalMessage();
    }
    String path =
        mapping.getPath().stream()
            .map(Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(joining("."));
    return path + ": " + e.getOriginalMessage();
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // A count that is missing must not be read as none.
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .addModule(
            new SimpleModule()
                .addSerializer(Instant.class, new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader()))
        .build();
  }
}
