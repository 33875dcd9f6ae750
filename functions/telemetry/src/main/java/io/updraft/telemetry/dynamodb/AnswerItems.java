package io.updraft.telemetry.dynamodb;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.telemetry.intake.Taken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What was answered to a batch, in its record; the refused points packed, as they may be many. */
final class AnswerItems {
  private static final JsonMapper MAPPER = new JsonMapper();

  private AnswerItems() {}

  static ItemBuilder add(ItemBuilder item, Taken.Stored answer) {
    item.number("accepted", answer.accepted()).number("out_of_range", answer.outOfRange());
    return answer.refused().isEmpty() ? item : item.bytes("refused", packed(answer.refused()));
  }

  static Taken.Stored read(Item item) {
    List<Taken.Refusal> refused = item.has("refused") ? unpacked(item.bytes("refused")) : List.of();
    return new Taken.Stored(
        (int) item.number("accepted"), (int) item.number("out_of_range"), refused);
  }

  private static byte[] packed(List<Taken.Refusal> refused) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      MAPPER.writeValue(out, refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static List<Taken.Refusal> unpacked(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return MAPPER.readValue(in, new TypeReference<List<Taken.Refusal>>() {});
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
