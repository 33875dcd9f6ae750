package io.updraft.live.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.live.domain.Alert;
import io.updraft.live.domain.Content;
import io.updraft.live.domain.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes over the socket: {@code {"type":"point", …}} for a lone point, {@code
 * {"type":"points","data_points":[…]}} for several, {@code {"type":"alert","event":…, …}} for an
 * alert.
 */
public final class Frames {
  /** API Gateway counts each 32 KB that are begun as a message. */
  static final int MOST_BYTES = 32 * 1024;

  private static final String FRAME = "{\"type\":\"points\",\"data_points\":[]}";

  private Frames() {}

  /** The alerts first, then the points, in as few messages as hold them. */
  public static List<String> of(Content content) {
    List<String> frames = new ArrayList<>();
    content.alerts().stream()
        .map(Alert::json)
        .map(json -> typed("alert", json))
        .forEach(frames::add);
    packs(content.points()).forEach(pack -> frames.add(points(pack)));
    return frames;
  }

  private static List<List<String>> packs(List<Point> points) {
    List<List<String>> packs = new ArrayList<>();
    int bytes = MOST_BYTES;
    for (Point point : points) {
      int size = point.json().getBytes(UTF_8).length + 1;
      if (bytes + size > MOST_BYTES) {
        packs.add(new ArrayList<>());
        bytes = FRAME.length();
      }
      packs.getLast().add(point.json());
      bytes += size;
    }
    return packs;
  }

  private static String points(List<String> pack) {
    return pack.size() == 1
        ? typed("point", pack.getFirst())
        : FRAME.replace("[]", "[" + String.join(",", pack) + "]");
  }

  /** An object is never empty here: it has at least a device. */
  private static String typed(String type, String object) {
    return "{\"type\":\"" + type + "\"," + object.substring(1);
  }
}
