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
import io.updraft.secrets.Secrets;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends by {@code POST /api/v1/notifications/...}. */
public final class HttpNotifications implements NotificationClient {
  private static final String NOTIFICATIONS = "/api/v1/notifications/";
  private static final String USER_IDS = "user_ids";

  private final ServiceCalls calls;
  private final @Nullable String token;

  /**
   * A client of the service.
   *
   * @param token sent as the bearer, where the service wants one
   */
  public HttpNotifications(ServiceSettings settings, @Nullable String token) {
    this.calls = new ServiceCalls(settings);
    this.token = token;
  }

  /** Empty where {@code NOTIFICATION_SERVICE_URL} is not set: then nothing is sent. */
  public static Optional<NotificationClient> from(Environment environment) {
    return ServiceSettings.patient(environment, "notification", "NOTIFICATION_SERVICE_URL")
        .map(settings -> new HttpNotifications(settings, token(environment)));
  }

  private static @Nullable String token(Environment environment) {
    return Secrets.find(environment, "NOTIFICATION_SERVICE_TOKEN").orElse(null);
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
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
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
