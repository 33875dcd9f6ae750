package io.updraft.telemetry.lineprotocol;

import io.updraft.telemetry.published.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line: {@code measurement,tag=value field=1i,other="text" 1700000000000000000}. Written
 * by hand since the libraries for Java only write the protocol.
 */
final class LineParser {
  private final Cursor cursor;

  private LineParser(String line) {
    this.cursor = new Cursor(line);
  }

  static Line read(String line) throws BadLine {
    return new LineParser(line).line();
  }

  private Line line() throws BadLine {
    String measurement = word(", ", Cursor.IN_MEASUREMENT, "measurement");
    Map<String, String> tags = tags();
    cursor.skipBlanks();
    List<Line.Field> fields = fields();
    cursor.skipBlanks();
    return new Line(measurement, tags, fields, time());
  }

  private Map<String, String> tags() throws BadLine {
    Map<String, String> tags = new LinkedHashMap<>();
    while (cursor.skipped(',')) {
      int start = cursor.at();
      String key = key("tag");
      if (tags.put(key, word(",= ", Cursor.IN_WORDS, "value of the tag")) != null) {
        throw new BadLine(start, "the tag is there twice");
      }
    }
    if (cursor.skipped('=')) {
      throw new BadLine(cursor.at() - 1, "an '=' without a backslash");
    }
    return tags;
  }

  private List<Line.Field> fields() throws BadLine {
    List<Line.Field> fields = new ArrayList<>();
    do {
      fields.add(new Line.Field(key("field"), value()));
    } while (cursor.skipped(','));
    return fields;
  }

  private String key(String what) throws BadLine {
    String key = word(",= ", Cursor.IN_WORDS, what);
    if (!cursor.skipped('=')) {
      throw new BadLine(cursor.at(), "no '=' after the %s".formatted(what));
    }
    return key;
  }

  private String word(String ends, String escaped, String what) throws BadLine {
    int start = cursor.at();
    String word = cursor.until(ends, escaped);
    if (word.isEmpty()) {
      throw new BadLine(start, "no %s".formatted(what));
    }
    return word;
  }

  private Value value() throws BadLine {
    int start = cursor.at();
    if (cursor.skipped('"')) {
      return text(start);
    }
    return Scalar.of(cursor.until(", "))
        .orElseThrow(() -> new BadLine(start, "no value that its type holds"));
  }

  private Value text(int start) throws BadLine {
    String text = cursor.until("\"", Cursor.IN_QUOTES);
    if (!cursor.skipped('"')) {
      throw new BadLine(start, "a quote that is not closed");
    }
    return new Value.Text(text);
  }

  private @Nullable Long time() throws BadLine {
    int start = cursor.at();
    String rest = cursor.until("");
    if (rest.isEmpty()) {
      return null;
    }
    if (Scalar.of(rest + "i").orElse(null) instanceof Value.Whole(long time)) {
      return time;
    }
    throw new BadLine(start, "no time in whole units of the precision");
  }
}
