package io.updraft.systemtests;

import static io.updraft.systemtests.HostileSite.CAMPAIGNS;
import static io.updraft.systemtests.HostileSite.FIRMWARE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that can't be read, are too large, or of a type that nobody asked for. */
final class BadBodies {
  private static final int MEBIBYTE = 1 << 20;
  private static final String JSON = "application/json";

  private final HostileSite site;

  BadBodies(HostileSite site) {
    this.site = site;
  }

  Stream<BadRequest> all() {
    return Stream.of(malformed(), tooLarge(), ofWrongType(), multipart()).flatMap(all -> all);
  }

  private Stream<BadRequest> malformed() {
    return Stream.of(
        json("JSON that breaks off", "{\"name\":"),
        json("no JSON", "name=x"),
        json("an empty body", ""),
        json("a list for an object", "[]"),
        json("a text for an object", "\"name\""),
        json("a number that is none", "{\"name\":NaN}"),
        json("a name twice", "{\"name\":\"a\",\"name\":\"b\"}"),
        json("more behind the end", "{} {}"),
        json("100 levels of objects", "{\"a\":".repeat(100) + "1" + "}".repeat(100)),
        json("100,000 levels of lists", "{\"a\":" + "[".repeat(100_000)),
        bytes("text that is not UTF-8", 400, "MALFORMED", JSON, latin1("{\"name\":\"\u00fc\"}")),
        encoded("gzip that is none", "gzip", latin1("no gzip"), 400, "MALFORMED"));
  }

  private Stream<BadRequest> tooLarge() {
    return Stream.of(
        firmware("JSON over 1 MiB", 413, "TOO_LARGE", JSON, jsonOf(MEBIBYTE + 1)),
        bytes("a body over what a function takes", 413, "", JSON, jsonOf(7 * MEBIBYTE)),
        BadRequest.of("a body over what the gateway takes", 413, "", this::overTheGateway),
        encoded("a bomb of gzip", "gzip", gzip(jsonOf(40 * MEBIBYTE)), 413, "TOO_LARGE"));
  }

  private Stream<BadRequest> ofWrongType() {
    String code = "UNSUPPORTED_MEDIA_TYPE";
    return Stream.of(
        bytes("a campaign as plain text", 415, code, "text/plain", latin1("{}")),
        bytes("a campaign as a form", 415, code, "application/x-www-form-urlencoded", latin1("a")),
        bytes("a media type that is none", 415, code, ";;;", latin1("{}")),
        encoded("an encoding that nobody knows", "br", latin1("{}"), 415, code));
  }

  private Stream<BadRequest> multipart() {
    return Stream.of(
        multipart("without a boundary", "multipart/form-data", "x"),
        multipart("that breaks off", "multipart/form-data; boundary=b", "--b\r\nCon"),
        multipart("without a part", "multipart/form-data; boundary=b", "--b--\r\n"),
        firmware("a file over 4 MiB", 413, "TOO_LARGE", "multipart/form-data; boundary=b", file()));
  }

  private BadRequest json(String what, String body) {
    return BadRequest.of(what, 400, "MALFORMED", () -> site.json(CAMPAIGNS, body));
  }

  private BadRequest bytes(String what, int status, String code, String mediaType, byte[] body) {
    return BadRequest.of(
        what,
        status,
        code,
        () -> site.client.send(site.authorized(CAMPAIGNS, site.admin, mediaType, body)));
  }

  private BadRequest encoded(String what, String encoding, byte[] body, int status, String code) {
    return BadRequest.of(
        what,
        status,
        code,
        () ->
            site.client.send(
                site.authorized(CAMPAIGNS, site.admin, JSON, body)
                    .header("Content-Encoding", encoding)));
  }

  private BadRequest multipart(String what, String mediaType, String body) {
    return firmware("multipart " + what, 400, "MALFORMED", mediaType, latin1(body));
  }

  private BadRequest firmware(String what, int status, String code, String mediaType, byte[] body) {
    return BadRequest.of(
        what,
        status,
        code,
        () -> site.client.send(site.authorized(FIRMWARE, site.admin, mediaType, body)));
  }

  private static byte[] file() {
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.bin\"\r\n\r\n";
    return latin1(head + "x".repeat(4 * MEBIBYTE + 1) + "\r\n--b--\r\n");
  }

  /** The answer comes before the body is sent. */
  private Reply overTheGateway() throws IOException, InterruptedException {
    return site.client.send(
        site.authorized(CAMPAIGNS, site.admin, JSON, jsonOf(11 * MEBIBYTE)).expectContinue(true));
  }

  private static byte[] jsonOf(int size) {
    return latin1("{\"name\":\"" + "x".repeat(size - 11) + "\"}");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return compressed.toByteArray();
  }
}
