package io.updraft.telemetry.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.telemetry.delivery.Callers;
import io.updraft.telemetry.delivery.Deliver;
import io.updraft.telemetry.delivery.Delivered;
import io.updraft.telemetry.delivery.RecordingIntake;
import io.updraft.telemetry.delivery.Senders;
import io.updraft.telemetry.published.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Lines by chance: what is written is read, and nothing but a {@link BadLine} comes of others. */
class LineRoundTripTest {
  private static final String ODD = "ab ,=\\\"#\t'é√😀";

  @RepeatedTest(20)
  void readsWhatWasWritten(RepetitionInfo repetition) throws BadLine {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      Line line = line(random);
      List<NumberedLine> lines = new ArrayList<>();
      Lines.each("x f=1\n" + written(line) + "\ny f=2", lines::add);

      assertThat(lines).hasSize(3);
      assertThat(LineParser.read(lines.get(1).text())).isEqualTo(line);
    }
  }

  @RepeatedTest(20)
  void whateverIsDamagedIsReportedAndTheRestIsRead(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      StringBuilder damaged = new StringBuilder(written(line(random)).replace("\n", ""));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        damaged.setCharAt(random.nextInt(damaged.length()), ODD.charAt(random.nextInt(8)));
      }
      RecordingIntake intake = new RecordingIntake();
      Delivered delivered = delivered(intake, "before value=1i\n" + damaged + "\nafter value=2i");

      assertThat(delivered.refused()).allMatch(r -> r.place() == 2);
      assertThat(intake.value("d", "before")).isEqualTo(new Value.Whole(1));
      assertThat(intake.value("d", "after")).isEqualTo(new Value.Whole(2));
    }
  }

  private static Delivered delivered(RecordingIntake intake, String body) {
    return new Deliver(intake, Clock.systemUTC())
        .deliver(
            Senders.of(Callers.device("d")), new LinePoints(Precision.NS, Instant.EPOCH).of(body));
  }

  private static Line line(Random random) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.put("t" + word(random), word(random));
    }
    List<Line.Field> fields = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      fields.add(new Line.Field(word(random), value(random)));
    }
    Long time = random.nextBoolean() ? random.nextLong() : null;
    return new Line("m" + word(random), tags, fields, time);
  }

  /** A backslash means itself, but for one before what it takes the meaning from. */
  private static String word(Random random) {
    String word = text(random).replace("\n", "").replaceAll("\\\\+(?=[ ,=]|$)", "");
    return word.isEmpty() ? "w" : word;
  }

  private static String text(Random random) {
    int[] characters = (ODD + "\n").codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }

  private static Value value(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Value.Whole(random.nextLong());
      case 1 -> new Value.Decimal(finite(random));
      case 2 -> new Value.Flag(random.nextBoolean());
      case 3 -> new Value.Exact(new BigDecimal(new BigInteger(63, random).setBit(63)));
      default -> new Value.Text(text(random));
    };
  }

  private static double finite(Random random) {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : -0.0;
  }

  private static String written(Line line) {
    StringBuilder text = new StringBuilder(line.measurement().replaceAll("([ ,])", "\\\\$1"));
    line.tags()
        .forEach((k, v) -> text.append(',').append(escaped(k)).append('=').append(escaped(v)));
    String before = " ";
    for (Line.Field field : line.fields()) {
      text.append(before).append(escaped(field.key())).append('=').append(written(field.value()));
      before = ",";
    }
    return line.time() == null ? text.toString() : text + " " + line.time();
  }

  private static String escaped(String word) {
    return word.replaceAll("([ ,=])", "\\\\$1");
  }

  private static String written(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> number + "i";
      case Value.Decimal(double number) -> Double.toString(number);
      case Value.Exact(BigDecimal number) -> number + "u";
      case Value.Flag(boolean flag) -> flag ? "true" : "F";
      case Value.Text(String text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Value.Json json -> throw new AssertionError(json);
    };
  }
}
