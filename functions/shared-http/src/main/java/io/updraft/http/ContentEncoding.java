package io.updraft.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** gzip, in and out. */
final class ContentEncoding {
  private ContentEncoding() {}

  /**
   * The body without its encoding.
   *
   * @param maxBytes the bound that ends the inflating of a small body that never stops growing
   */
  static byte[] undone(@Nullable String encoding, byte[] body, int maxBytes) {
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "identity", "" -> body;
      case "gzip", "x-gzip" -> inflated(body, maxBytes);
      default ->
          throw Problem.unsupportedMediaType("Send the body with gzip or without an encoding.")
              .exception();
    };
  }

  /** Whether an {@code Accept-Encoding} lists gzip, and not with a weight of zero. */
  static boolean acceptsGzip(String acceptEncoding) {
    return Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1))
        .map(String::strip)
        .anyMatch(
            coding -> coding.matches("(gzip|\\*)(\\s*;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?"));
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] inflated(byte[] body, int maxBytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] inflated = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw Problem.tooLarge("Send at most %d bytes before gzip.".formatted(maxBytes))
            .exception();
      }
      return inflated;
    } catch (IOException wrong) {
      throw Problem.malformed("The body is not the gzip it claims to be.").exception(wrong);
    }
  }
}
