package io.updraft.local.gateway;

import io.updraft.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A route's method and path, such as {@code GET /devices/{id}/files/{proxy+}}. */
record RoutePattern(Route route, String method, List<Segment> segments) {

  /** One part of the path between slashes. */
  sealed interface Segment {
    /** The more a segment says, the greater. */
    int weight();

    default boolean matches(String part) {
      return !part.isEmpty();
    }
  }

  record Fixed(String text) implements Segment {
    @Override
    public int weight() {
      return 3;
    }

    @Override
    public boolean matches(String part) {
      return part.equals(text);
    }
  }

  record Parameter(String name) implements Segment {
    @Override
    public int weight() {
      return 2;
    }
  }

  record Rest(String name) implements Segment {
    @Override
    public int weight() {
      return 1;
    }
  }

  /** Those that say more come first. */
  static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST =
      (left, right) -> right.compareWeight(left);

  static RoutePattern of(Route route) {
    String[] key = route.key().split(" ", 2);
    return new RoutePattern(
        route, key[0], Arrays.stream(segments(key[1])).map(RoutePattern::segment).toList());
  }

  /** The parts of a path; a slash at its end makes an empty one, since it matters. */
  static String[] segments(String path) {
    return path.substring(1).split("/", -1);
  }

  private static Segment segment(String text) {
    if (!text.startsWith("{")) {
      return new Fixed(text);
    }
    return text.endsWith("+}")
        ? new Rest(text.substring(1, text.length() - 2))
        : new Parameter(text.substring(1, text.length() - 1));
  }

  boolean matches(String requestMethod, String[] path) {
    if (!method.equals("ANY") && !method.equals(requestMethod)) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (i >= path.length || !segment.matches(path[i])) {
        return false;
      }
      if (segment instanceof Rest) {
        return true;
      }
    }
    return path.length == segments.size();
  }

  /** The decoded values of the parameters in a path that matches. */
  Map<String, String> parameters(String[] path) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      switch (segments.get(i)) {
        case Fixed _ -> {}
        case Parameter parameter -> values.put(parameter.name(), decode(path[i]));
        case Rest rest ->
            values.put(
                rest.name(), decode(String.join("/", Arrays.copyOfRange(path, i, path.length))));
      }
    }
    return values;
  }

  private int weight(int index) {
    return index < segments.size() ? segments.get(index).weight() : 0;
  }

  private int compareWeight(RoutePattern other) {
    for (int i = 0; i < Math.max(segments.size(), other.segments.size()); i++) {
      int difference = Integer.compare(weight(i), other.weight(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Boolean.compare(!method.equals("ANY"), !other.method.equals("ANY"));
  }

  private static String decode(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
