package io.updraft.device.ddi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The absolute addresses that a device is given: below the configured address, or else below the
 * one that its client used, as a proxy in front tells it in {@code X-Forwarded-Host} and {@code
 * -Proto}, or else the {@code Host}. Whoever lies in these headers misleads nobody else.
 */
record Links(String root) {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9a-fA-F:.]{2,45}](:\\d{1,5})?");

  static Links of(@Nullable URI configured, Controller controller, HttpRequest request) {
    String base = configured == null ? used(request) : withoutSlash(configured.toString());
    return new Links(
        "%s/%s/controller/v1/%s"
            .formatted(base, encoded(controller.organization()), encoded(controller.deviceId())));
  }

  private static String used(HttpRequest request) {
    String host =
        first(request, "x-forwarded-host")
            .or(() -> first(request, "host"))
            .filter(h -> HOST.matcher(h).matches())
            .orElse("localhost");
    boolean plain =
        first(request, "x-forwarded-proto")
            .map(p -> p.toLowerCase(Locale.ROOT))
            .filter("http"::equals)
            .isPresent();
    return (plain ? "http://" : "https://") + host;
  }

  /** Of several proxies the first to be passed has put its own in front. */
  private static Optional<String> first(HttpRequest request, String header) {
    return request
        .header(header)
        .map(value -> value.split(",", 2)[0].strip())
        .filter(v -> !v.isEmpty());
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  /** {@code c} makes the address another one when what it leads to has changed. */
  Map<String, String> deployment(ActionId action, long revision) {
    return href("/deploymentBase/%s?c=%d".formatted(action.text(), revision));
  }

  /** Without a query: clients append to it. */
  Map<String, String> cancel(ActionId action) {
    return href("/cancelAction/" + action.text());
  }

  Map<String, String> confirmation(ActionId action) {
    return href("/confirmationBase/" + action.text());
  }

  Map<String, String> confirmation(String move) {
    return href("/confirmationBase/" + move);
  }

  Map<String, String> installed(ActionId action) {
    return href("/installedBase/" + action.text());
  }

  Map<String, String> configData() {
    return href("/configData");
  }

  Map<String, Object> artifact(String firmwareId, String filename) {
    String path = "/softwaremodules/%s/artifacts/%s".formatted(firmwareId, encoded(filename));
    return Map.of("download", href(path), "md5sum", href(path + ArtifactHandler.MD5SUM));
  }

  private Map<String, String> href(String path) {
    return Map.of("href", root + path);
  }
}
