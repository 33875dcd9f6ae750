package io.updraft.device.http;

import io.updraft.client.ServiceAnswer;
import io.updraft.client.ServiceCalls;
import io.updraft.client.ServiceSettings;
import io.updraft.device.domain.Device;
import io.updraft.device.domain.DeviceClient;
import io.updraft.events.Origin;
import io.updraft.http.Json;
import io.updraft.lambda.Environment;
import io.updraft.secrets.Secrets;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks by {@code GET /api/v1/devices/{id}} and tells by {@code PATCH /api/v1/devices/{id}}. Only
 * 404 says that there is no such device; whatever else is no device is taken for a service that is
 * away, since an update must not end because the service, or its address, is broken.
 */
public final class HttpDevices implements DeviceClient {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDevices.class);

  private static final String NAME = "device_service";
  private static final String URL = "DEVICE_SERVICE_URL";
  private static final String DEVICES = "/api/v1/devices/";

  private final ServiceCalls calls;
  private final @Nullable String token;

  /**
   * A client of the service.
   *
   * @param token sent as the bearer, where the service wants one
   */
  public HttpDevices(ServiceSettings settings, @Nullable String token) {
    this.calls = new ServiceCalls(settings);
    this.token = token;
  }

  /** For requests that wait; empty where {@code DEVICE_SERVICE_URL} is not set. */
  public static Optional<DeviceClient> brisk(Environment environment) {
    return ServiceSettings.brisk(environment, NAME, URL).map(s -> on(s, environment));
  }

  /** For the background; empty where {@code DEVICE_SERVICE_URL} is not set. */
  public static Optional<DeviceClient> patient(Environment environment) {
    return ServiceSettings.patient(environment, NAME, URL).map(s -> on(s, environment));
  }

  private static DeviceClient on(ServiceSettings settings, Environment environment) {
    return new HttpDevices(
        settings, Secrets.find(environment, "DEVICE_SERVICE_TOKEN").orElse(null));
  }

  @Override
  public Lookup device(Origin origin, String deviceId) {
    if (!Device.isId(deviceId)) {
      return new Lookup.NotFound();
    }
    return calls
        .answer(request(origin, deviceId).GET())
        .map(answer -> read(answer, deviceId))
        .orElse(new Lookup.Unavailable());
  }

  private static Lookup read(ServiceAnswer answer, String deviceId) {
    if (answer.notFound()) {
      return new Lookup.NotFound();
    }
    return Optional.of(answer)
        .filter(ServiceAnswer::accepted)
        .flatMap(a -> DeviceBody.read(a.body(), deviceId))
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(() -> useless(answer, deviceId));
  }

  private static Lookup useless(ServiceAnswer answer, String deviceId) {
    LOG.error("the device service's answer for {} is none: {}", deviceId, answer.status());
    return new Lookup.Unavailable();
  }

  @Override
  public Recorded firmwareInstalled(Origin origin, String deviceId, String version) {
    HttpRequest.Builder request =
        request(origin, deviceId)
            .header("content-type", "application/json")
            .method(
                "PATCH",
                BodyPublishers.ofByteArray(Json.write(Map.of("firmware_version", version))));
    return calls.answer(request).map(HttpDevices::recorded).orElse(Recorded.UNAVAILABLE);
  }

  private static Recorded recorded(ServiceAnswer answer) {
    if (answer.accepted()) {
      return Recorded.RECORDED;
    }
    LOG.error("the device service did not take a version: {}", answer.status());
    return answer.notFound() ? Recorded.NOT_FOUND : Recorded.UNAVAILABLE;
  }

  private HttpRequest.Builder request(Origin origin, String deviceId) {
    String device = URLEncoder.encode(deviceId, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        calls
            .request(DEVICES + device, origin.correlationId())
            .header("x-organization-id", origin.organizationId());
    return token == null ? request : request.header("authorization", "Bearer " + token);
  }

  @Override
  public boolean health() {
    return calls
        .answer(calls.request("/health", null).GET())
        .filter(ServiceAnswer::accepted)
        .isPresent();
  }

  @Override
  public void close() {
    calls.close();
  }
}
