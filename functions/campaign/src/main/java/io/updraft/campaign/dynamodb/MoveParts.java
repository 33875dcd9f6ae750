package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Approval;
import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearances;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writes that a move consists of, beside its event.
 *
 * @param mostInProgress campaigns in progress in one organization
 */
record MoveParts(String table, Clearances clearances, int mostInProgress) {

  /**
   * Also while it names the users whom it was read with: the id of one who was deleted meanwhile
   * must not come back, though that is no move and has no sequence.
   */
  Guarded campaign(Move move) {
    Campaign before = move.before();
    Approval approval = before.approval();
    String approved =
        approval == null ? "attribute_not_exists(approved_by)" : "approved_by = :approver";
    return Guarded.put(table, CampaignItem.toItem(move.after()))
        .when(
            "#sequence = :before AND created_by = :creator AND edited_by = :editor"
                + " AND updated_by = :updater AND "
                + approved)
        .with(v -> v.number(":before", before.sequence()).text(":creator", before.createdBy()))
        .with(v -> v.text(":editor", before.editedBy()).text(":updater", before.updatedBy()))
        .with(v -> v.text(":approver", approval == null ? null : approval.by()));
  }

  Guarded timeline(Campaign campaign, TimelineEntry entry) {
    return TimelineItem.write(table, campaign.organization(), campaign.campaignId(), entry);
  }

  Optional<Guarded> slot(Move move) {
    Key key = CampaignKeys.inProgress(move.after().organization());
    String id = move.after().campaignId();
    return switch (move.slot()) {
      case KEEP -> Optional.empty();
      case FREE ->
          Optional.of(
              Guarded.update(table, key, "DELETE campaigns :one")
                  .with(v -> v.set(":one", one(id))));
      case TAKE ->
          Optional.of(
              Guarded.update(table, key, "ADD campaigns :one")
                  .when("attribute_not_exists(campaigns) OR size(campaigns) < :most")
                  .with(v -> v.set(":one", one(id)).number(":most", mostInProgress)));
    };
  }

  Optional<Guarded> gate(Move move) {
    return switch (move.gate()) {
      case KEEP -> Optional.empty();
      case OPEN -> Optional.of(moved(move.after(), CampaignGate.OPEN));
      case HOLD -> Optional.of(moved(move.after(), CampaignGate.HOLD));
      case PAUSE -> Optional.of(moved(move.after(), CampaignGate.PAUSED));
      case CANCEL -> Optional.of(moved(move.after(), CampaignGate.CANCELLED));
      case REMOVE -> Optional.of(ended(move.after()));
    };
  }

  /**
   * What the engine is told, or made of.
   *
   * @param seen the engine that the move was made by; null where it doesn't matter
   */
  Optional<Guarded> engine(Move move, @Nullable Engine seen) {
    Campaign after = move.after();
    if (move.begins()) {
      Engine engine = Engine.begin(after.organization(), after.campaignId());
      return Optional.of(Guarded.create(table, EngineItem.toItem(engine)));
    }
    return move.mandate()
        .map(mandate -> EngineTold.write(table, after, mandate, move.nudge()))
        .map(told -> seen == null ? told : unchanged(told, seen));
  }

  private static Guarded unchanged(Guarded told, Engine seen) {
    return told.when("revision = :seen").with(v -> v.number(":seen", seen.revision()));
  }

  private Guarded moved(Campaign campaign, CampaignGate gate) {
    return clearances.campaignMoved(
        campaign.organization(), campaign.firmware().firmwareId(), campaign.campaignId(), gate);
  }

  private Guarded ended(Campaign campaign) {
    return clearances.campaignEnded(
        campaign.organization(), campaign.firmware().firmwareId(), campaign.campaignId());
  }

  private static List<String> one(String id) {
    return List.of(id);
  }
}
