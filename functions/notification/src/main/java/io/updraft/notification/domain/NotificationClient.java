package io.updraft.notification.domain;

import java.util.List;

/** The service that tells people. Each call can be repeated: the errand's key says so. */
public interface NotificationClient extends AutoCloseable {
  /** Start, completion, failure, rollback. */
  Sent campaign(Errand errand, List<String> userIds, CampaignNotice campaign);

  /** To whom a device belongs: its update failed or was rolled back. */
  Sent update(Errand errand, String deviceId, UpdateNotice update);

  /** Triggered, resolved. */
  Sent alert(Errand errand, List<String> userIds, AlertNotice alert);

  /** Whether the service answers. */
  boolean health();

  @Override
  void close();
}
