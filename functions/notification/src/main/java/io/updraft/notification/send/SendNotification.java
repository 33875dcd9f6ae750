package io.updraft.notification.send;

import io.updraft.alert.published.AlertChannels;
import io.updraft.campaign.published.CampaignNotifications;
import io.updraft.campaign.published.NotificationWishes;
import io.updraft.events.AlertResolved;
import io.updraft.events.AlertTriggered;
import io.updraft.events.CampaignCompleted;
import io.updraft.events.CampaignEvent;
import io.updraft.events.CampaignFailed;
import io.updraft.events.CampaignRollbackStarted;
import io.updraft.events.CampaignRolledBack;
import io.updraft.events.CampaignStarted;
import io.updraft.events.Envelope;
import io.updraft.events.RollbackCompleted;
import io.updraft.events.RollbackEvent;
import io.updraft.events.RollbackFailed;
import io.updraft.events.RollbackInitiated;
import io.updraft.events.UpdateFailed;
import io.updraft.notification.domain.AlertNotice;
import io.updraft.notification.domain.CampaignNotice;
import io.updraft.notification.domain.Errand;
import io.updraft.notification.domain.NotificationClient;
import io.updraft.notification.domain.Sent;
import io.updraft.notification.domain.UpdateNotice;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends the notification of one event, where it is wanted. */
final class SendNotification {
  private final NotificationClient client;
  private final CampaignNotifications campaigns;
  private final AlertChannels channels;

  SendNotification(
      NotificationClient client, CampaignNotifications campaigns, AlertChannels channels) {
    this.client = client;
    this.campaigns = campaigns;
    this.channels = channels;
  }

  /** Also where nobody wants it, or it is nothing to be told, there is nothing more to be done. */
  Sent send(Envelope envelope) {
    return switch (envelope.data()) {
      case CampaignStarted e -> campaign(envelope, e, e.name(), NotificationWishes::onStart);
      case CampaignCompleted e ->
          campaign(envelope, e, e.change().name(), NotificationWishes::onComplete);
      case CampaignFailed e ->
          campaign(envelope, e, e.change().name(), NotificationWishes::onFailure);
      case CampaignRollbackStarted e ->
          campaign(envelope, e, e.change().name(), NotificationWishes::onFailure);
      case CampaignRolledBack e ->
          campaign(envelope, e, e.change().name(), NotificationWishes::onFailure);
      case UpdateFailed e -> failed(envelope, e);
      case RollbackEvent e -> rollback(envelope, e);
      case AlertTriggered e -> client.alert(errand(envelope), List.of(), triggered(envelope, e));
      case AlertResolved e -> client.alert(errand(envelope), List.of(), resolved(envelope, e));
      default -> Sent.DELIVERED;
    };
  }

  private Sent campaign(
      Envelope envelope, CampaignEvent event, String name, Predicate<NotificationWishes> wanted) {
    return wishes(envelope, event.campaignId())
        .filter(wanted)
        .map(
            wishes ->
                client.campaign(
                    errand(envelope),
                    wishes.userIds(),
                    new CampaignNotice(
                        organization(envelope),
                        event.campaignId(),
                        name,
                        envelope.type(),
                        event instanceof CampaignFailed f ? f.reason() : null,
                        wishes.channels(),
                        envelope.timestamp())))
        .orElse(Sent.DELIVERED);
  }

  /** Outside campaigns nobody has said otherwise. */
  private Sent failed(Envelope envelope, UpdateFailed event) {
    String campaignId = event.campaignId();
    boolean wanted =
        campaignId == null
            || wishes(envelope, campaignId).filter(NotificationWishes::onFailure).isPresent();
    return wanted
        ? client.update(
            errand(envelope),
            event.deviceId(),
            new UpdateNotice(
                organization(envelope),
                event.updateId(),
                campaignId,
                envelope.type(),
                event.firmwareVersion(),
                event.errorCode(),
                envelope.timestamp()))
        : Sent.DELIVERED;
  }

  private Sent rollback(Envelope envelope, RollbackEvent event) {
    return switch (event) {
      case RollbackInitiated e -> rollback(envelope, e.deviceId(), e.toVersion(), null);
      case RollbackCompleted e -> rollback(envelope, e.deviceId(), e.toVersion(), null);
      case RollbackFailed e -> rollback(envelope, e.deviceId(), e.toVersion(), e.errorMessage());
    };
  }

  private Sent rollback(
      Envelope envelope, String deviceId, String version, @Nullable String reason) {
    return client.update(
        errand(envelope),
        deviceId,
        new UpdateNotice(
            organization(envelope),
            String.valueOf(envelope.subject()),
            null,
            envelope.type(),
            version,
            reason,
            envelope.timestamp()));
  }

  private static AlertNotice triggered(Envelope envelope, AlertTriggered e) {
    return new AlertNotice(
        organization(envelope),
        e.alertId(),
        e.ruleId(),
        e.ruleName(),
        e.deviceId(),
        e.level(),
        e.type(),
        e.notificationChannels(),
        e.timestamp());
  }

  /** Its event doesn't say the channels. */
  private AlertNotice resolved(Envelope envelope, AlertResolved e) {
    return new AlertNotice(
        organization(envelope),
        e.alertId(),
        e.ruleId(),
        e.ruleName(),
        e.deviceId(),
        e.level(),
        e.type(),
        channels.of(organization(envelope), e.alertId()),
        e.timestamp());
  }

  /** A campaign that is gone wants nothing. */
  private Optional<NotificationWishes> wishes(Envelope envelope, String campaignId) {
    return campaigns.find(organization(envelope), campaignId);
  }

  private static Errand errand(Envelope envelope) {
    return new Errand(envelope.id().toString(), envelope.correlationId().orElse(null));
  }

  private static String organization(Envelope envelope) {
    return envelope.organizationId().orElseThrow();
  }
}
