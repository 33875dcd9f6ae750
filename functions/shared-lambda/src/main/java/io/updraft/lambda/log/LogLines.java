package io.updraft.lambda.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;

/** Writes JSON objects, one a line: what is logged, its context, and what was thrown. */
final class LogLines {
  /** As many characters as most lines have. */
  private static final int LENGTH = 256;

  private static final int WITHOUT_MILLIS = "2026-11-26T08:00:00Z".length();

  private final Supplier<PrintStream> out;
  private final MDCAdapter context;

  LogLines(Supplier<PrintStream> out, MDCAdapter context) {
    this.out = out;
    this.context = context;
  }

  /**
   * What is logged.
   *
   * @param values beside the message, by name
   */
  record Entry(
      Level level,
      String logger,
      @Nullable String message,
      List<KeyValuePair> values,
      @Nullable Throwable error) {}

  void write(Entry entry) {
    StringBuilder line = new StringBuilder(LENGTH);
    member(line.append('{'), "time", now());
    member(line.append(','), "level", entry.level().name());
    member(line.append(','), "logger", entry.logger());
    member(line.append(','), "message", String.valueOf(entry.message()));
    appendContext(line);
    entry.values().forEach(pair -> member(line.append(','), pair.key, pair.value));
    Throwable error = entry.error();
    if (error != null) {
      appendError(line.append(",\"error\":{"), error);
    }
    byte[] bytes = line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    // At once, since Lambda takes what is written at once as one record.
    PrintStream stream = out.get();
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  /** In UTC; always with three digits of milliseconds, unlike {@link Instant#toString}. */
  private static String now() {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return time.length() == WITHOUT_MILLIS ? time.replace("Z", ".000Z") : time;
  }

  private void appendContext(StringBuilder line) {
    Map<String, String> values = context.getCopyOfContextMap();
    if (values != null) {
      values.forEach((name, value) -> member(line.append(','), name, value));
    }
  }

  private static void appendError(StringBuilder line, Throwable error) {
    StringWriter stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack));
    member(line, "type", error.getClass().getName());
    if (error.getMessage() != null) {
      member(line.append(','), "message", error.getMessage());
    }
    member(line.append(','), "stack", stack.toString());
    line.append('}');
  }

  /**
   * A value that can't be turned into text must not end what is logged about: slf4j sees to that.
   */
  private static void member(StringBuilder line, String name, @Nullable Object value) {
    text(line, name);
    line.append(':');
    if (value == null || value instanceof Integer || value instanceof Long) {
      line.append(value);
    } else {
      text(line, MessageFormatter.basicArrayFormat("{}", new Object[] {value}));
    }
  }

  private static void text(StringBuilder line, String text) {
    line.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, line);
    line.append('"');
  }
}
