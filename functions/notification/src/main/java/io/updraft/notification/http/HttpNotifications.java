package io.updraft.notification.http;

import io.updraft.http.Json;
import io.updraft.notification.domain.AlertNotice;
import io.updraft.notification.domain.CampaignNotice;
import io.updraft.notification.domain.Errand;
import io.updraft.notification.domain.NotificationClient;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.domain.UpdateNotice;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Sends by {@code POST /api/v1/notifications/...}. */
public final class HttpNotifications implements NotificationClient {
  private static final String NOTIFICATIONS = "/api/v1/notifications/";
  private static final String USER_IDS = "user_ids";
  private static final int REFUSALS = 300;

  private final NotificationSettings settings;
  private final ServiceCalls calls;

  public HttpNotifications(NotificationSettings settings) {
    this.settings = settings;
    this.calls = new ServiceCalls(settings);
  }

  @Override
  public Sent campaign(Errand errand, List<String> userIds, CampaignNotice campaign) {
    return sent(errand, "send", Map.of(USER_IDS, userIds, "campaign", campaign));
  }

  @Override
  public Sent update(Errand errand, String deviceId, UpdateNotice update) {
    String device = URLEncoder.encode(deviceId, StandardCharsets.UTF_8);
    return sent(errand, "device/" + device, Map.of("device_id", deviceId, "update", update));
  }

  @Override
  public Sent alert(Errand errand, List<String> userIds, AlertNotice alert) {
    return sent(errand, "alert", Map.of(USER_IDS, userIds, "alert", alert));
  }

  @Override
  public boolean health() {
    OptionalInt status = calls.status(HttpRequest.newBuilder(at("/health")).GET());
    return status.isPresent() && status.getAsInt() < REFUSALS;
  }

  private Sent sent(Errand errand, String path, Map<String, Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(NOTIFICATIONS + path))
            .header("content-type", "application/json")
            .header("idempotency-key", errand.key())
            .POST(BodyPublishers.ofByteArray(Json.write(body)));
    String correlationId = errand.correlationId();
    if (correlationId != null) {
      request.header("x-correlation-id", correlationId);
    }
    OptionalInt status = calls.status(request);
    if (status.isEmpty()) {
      return Sent.UNAVAILABLE;
    }
    return status.getAsInt() < REFUSALS ? Sent.DELIVERED : Sent.REFUSED;
  }

  private URI at(String path) {
    String base = settings.address().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  @Override
  public void close() {
    calls.close();
  }
}
