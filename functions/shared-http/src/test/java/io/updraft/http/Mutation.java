package io.updraft.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Bodies that a hostile or broken client might send: good ones with some bytes changed. */
final class Mutation {
  private static final String JSON =
      """
      {"name":"gateway","file_size":5,"share":0.5,"is_beta":true,"tags":["a","b"],\
      "scheduled_start":"2026-11-24T12:00:00+01:00","metadata":{"a":"b"},"priority":"admin",\
      "window":{"from":"x"},"parts":[{"part_number":1}]}""";

  private static final String MULTIPART =
      "--cut\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n"
          + JSON
          + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\nbytes\r\n--cut--\r\n";

  private static final String[] TYPES = {
    "application/json",
    "multipart/form-data; boundary=cut",
    "multipart/form-data; boundary=\"\"",
    "multipart/form-data",
    "text/plain",
    "multipart/form-data; boundary=" + "x".repeat(9000)
  };

  private Mutation() {}

  static byte[] of(RandomGenerator random) {
    byte[] body = start(random);
    for (int changes = random.nextInt(4); changes > 0 && body.length > 0; changes--) {
      body[random.nextInt(body.length)] = odd(random);
    }
    int kept = random.nextInt(3) == 0 ? random.nextInt(body.length + 1) : body.length;
    return Arrays.copyOf(body, kept);
  }

  static String contentType(RandomGenerator random) {
    return TYPES[random.nextInt(2) == 0 ? random.nextInt(2) : random.nextInt(TYPES.length)];
  }

  private static byte[] start(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> JSON.getBytes(StandardCharsets.UTF_8);
      case 1 -> MULTIPART.getBytes(StandardCharsets.UTF_8);
      default -> noise(random);
    };
  }

  private static byte odd(RandomGenerator random) {
    String structural = "{}[]\",:-+eE.0\\u\r\n;= ";
    return random.nextBoolean()
        ? (byte) structural.charAt(random.nextInt(structural.length()))
        : (byte) random.nextInt(256);
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] noise = new byte[random.nextInt(300)];
    random.nextBytes(noise);
    return noise;
  }
}
