package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Key;
import java.util.List;
import java.util.stream.IntStream;

/** The parts into which the index of what is due is cut, so that no partition of it is hot. */
final class DueParts {
  static final String INDEX = "due";

  private static final int COUNT = 8;

  private DueParts() {}

  static String of(String organization, String deviceId) {
    return Integer.toString(Math.floorMod(Key.join(organization, deviceId).hashCode(), COUNT));
  }

  static List<String> all() {
    return IntStream.range(0, COUNT).mapToObj(Integer::toString).toList();
  }
}
