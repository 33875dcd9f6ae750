package io.updraft.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to the update, or to the rollback, of one device.
 *
 * @param happening the type of its event, as {@code update.failed} or {@code rollback.completed}
 * @param id of the update or the rollback
 * @param version to which the device was to go
 */
public record UpdateNotice(
    String organizationId,
    String id,
    @Nullable String campaignId,
    String happening,
    String version,
    @Nullable String reason,
    Instant timestamp) {}
