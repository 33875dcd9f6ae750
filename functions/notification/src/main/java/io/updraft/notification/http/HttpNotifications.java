package io.updraft.notification.http;

import io.updraft.client.ServiceAnswer;
import io.updraft.client.ServiceCalls;
import io.updraft.client.ServiceSettings;
import io.updraft.http.Json;
import io.updraft.lambda.Environment;
import io.updraft.notification.domain.AlertNotice;
import io.updraft.notification.domain.CampaignNotice;
import io.updraft.notification.domain.Errand;
import io.updraft.notification.domain.NotificationClient;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.domain.UpdateNotice;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends by {@code POST /api/v1/notifications/...}. */
public final class HttpNotifications implements NotificationClient {
  private static final String NOTIFICATIONS = "/api/v1/notifications/";
  private static final String USER_IDS = "user_ids";

  private final ServiceCalls calls;

  public HttpNotifications(ServiceSettings settings) {
    this.calls = new ServiceCalls(settings);
  }

  /** Empty where {@code NOTIFICATION_SERVICE_URL} is not set: then nothing is sent. */
  public static Optional<NotificationClient> from(Environment environment) {
    return ServiceSettings.patient(environment, "notification", "NOTIFICATION_SERVICE_URL")
        .map(HttpNotifications::new);
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
    return calls
        .answer(calls.request("/health", null).GET())
        .filter(ServiceAnswer::accepted)
        .isPresent();
  }

  private Sent sent(Errand errand, String path, Map<String, Object> body) {
    HttpRequest.Builder request =
        calls
            .request(NOTIFICATIONS + path, errand.correlationId())
            .header("content-type", "application/json")
            .header("idempotency-key", errand.key())
            .POST(BodyPublishers.ofByteArray(Json.write(body)));
    return calls
        .answer(request)
        .map(answer -> answer.accepted() ? Sent.DELIVERED : Sent.REFUSED)
        .orElse(Sent.UNAVAILABLE);
  }

  @Override
  public void close() {
    calls.close();
  }
}
