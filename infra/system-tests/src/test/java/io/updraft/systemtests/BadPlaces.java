package io.updraft.systemtests;

import static io.updraft.systemtests.HostileSite.CAMPAIGNS;
import static io.updraft.systemtests.HostileSite.FIRMWARE;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** Paths, methods, ids, queries and values that are not to be had. */
final class BadPlaces {
  private static final String METHOD = "METHOD_NOT_ALLOWED";

  private final HostileSite site;

  BadPlaces(HostileSite site) {
    this.site = site;
  }

  Stream<BadRequest> all() {
    return Stream.of(paths(), methods(), queries(), fileNames(), values()).flatMap(all -> all);
  }

  private Stream<BadRequest> paths() {
    return Stream.of(
        missing("/"),
        missing("/nothing"),
        missing("/api/v1/ota"),
        missing(CAMPAIGNS + "/cmp_nothing"),
        missing(CAMPAIGNS + "/" + site.campaign + "/nothing"),
        missing(FIRMWARE + "/a%23b"),
        missing(FIRMWARE + "/" + "x".repeat(5_000)),
        missing("/api/v1/ota/updates/upd_nothing"),
        raw("dots in the path", 404, "GET /api/v1/../../etc/passwd HTTP/1.1"),
        raw("encoded dots in the path", 400, "GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1"),
        raw("an encoded slash", 400, "GET " + FIRMWARE + "/..%2f..%2fetc HTTP/1.1"),
        raw("a NUL in the path", 400, "GET " + FIRMWARE + "/a%00b HTTP/1.1"),
        raw("a path that is none", 400, "GET nothing HTTP/1.1"));
  }

  private Stream<BadRequest> methods() {
    return Stream.of(
        method("DELETE", CAMPAIGNS),
        method("PUT", FIRMWARE + "/" + site.firmware),
        method("GET", CAMPAIGNS + "/" + site.campaign + "/start"),
        method("TRACE", CAMPAIGNS),
        method("BREW", CAMPAIGNS),
        method("POST", "/health"));
  }

  private Stream<BadRequest> queries() {
    return Stream.of(
        query("limit=0", 422),
        query("limit=201", 422),
        query("limit=many", 422),
        query("offset=-1", 422),
        query("status=nothing", 422),
        query("cursor=forged", 400),
        query("cursor=AAAA.BBBB", 400),
        raw("a query that is not well encoded", 400, "GET " + CAMPAIGNS + "?a=%zz HTTP/1.1"),
        raw("a head of 100 KB", 431, "GET / HTTP/1.1\nX: " + "x".repeat(100_000)));
  }

  private Stream<BadRequest> fileNames() {
    return Stream.of(
            "../../etc/passwd.bin",
            "/etc/x.bin",
            "..\\\\x.bin",
            ".bin",
            "x.exe",
            "x",
            "a\\u0000.bin")
        .map(
            name ->
                BadRequest.of(
                    "the file name " + name,
                    422,
                    "VALIDATION",
                    () -> site.json(FIRMWARE, declaration(name, 1))));
  }

  private Stream<BadRequest> values() {
    return Stream.of(
        BadRequest.of(
            "a firmware over 500 MiB",
            422,
            "VALIDATION",
            () -> site.json(FIRMWARE, declaration("x.bin", 524_288_001))),
        BadRequest.of(
            "a campaign of firmware that is not there",
            422,
            "VALIDATION",
            () -> site.json(CAMPAIGNS, campaign("nothing"))),
        BadRequest.of("a state that nobody knows", 422, "VALIDATION", this::reportNonsense),
        BadRequest.of(
            "more devices than a bulk takes",
            422,
            "VALIDATION",
            () -> site.json("/api/v1/ota/devices/bulk/update", bulk(1_001))));
  }

  private Reply reportNonsense() throws IOException, InterruptedException {
    String path = "/api/v1/ota/updates/" + site.update + "/status";
    return site.client.post(path, site.tokens.device("dev-2"), Map.of("status", "nonsense"));
  }

  private BadRequest missing(String path) {
    return BadRequest.of(
        "nothing at " + shortened(path), 404, "NOT_FOUND", () -> site.get(path, site.admin));
  }

  private BadRequest method(String method, String path) {
    return BadRequest.of(
        method + " " + path, 405, METHOD, () -> site.method(method, path, site.admin));
  }

  private BadRequest query(String query, int status) {
    return BadRequest.of(
        "?" + query,
        status,
        status == 400 ? "MALFORMED" : "VALIDATION",
        () -> site.get(CAMPAIGNS + "?" + query, site.admin));
  }

  /** The server refuses some of these itself, so only the status is looked at. */
  private BadRequest raw(String what, int status, String head) {
    String authorized = head + "\nAuthorization: " + site.admin.header();
    return BadRequest.of(what, status, "", () -> RawRequest.send(site.runtime.url(), authorized));
  }

  private static String declaration(String filename, long size) {
    return """
        {"name":"n","version":"1.0.0","device_model":"m","manufacturer":"m",\
        "filename":"%s","file_size":%d}"""
        .formatted(filename, size);
  }

  private static String campaign(String firmware) {
    return """
        {"name":"n","firmware_id":"%s","target_devices":["dev-1"],\
        "deployment_strategy":"immediate"}"""
        .formatted(firmware);
  }

  private String bulk(int devices) {
    return "{\"firmware_id\":\"%s\",\"device_ids\":[\"d\"%s]}"
        .formatted(site.firmware, ",\"d\"".repeat(devices - 1));
  }

  private static String shortened(String path) {
    return path.length() > 80 ? path.substring(0, 80) + "..." : path;
  }
}
