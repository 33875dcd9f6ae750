package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.OLGA;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.World;
import io.updraft.device.published.Tally;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.http.Caller;
import io.updraft.http.Role;
import io.updraft.testing.ApiAnswer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pause, resume, promote, approve and roll back. */
class CampaignMovesFunctionTest {
  private static final String APPROVED = "{'approved':true,'approval_comment':'looks good'}";
  private static final String REASON = "{'reason':'too many complaints'}";

  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final World world = new World();
  private final CommandsApi api = new CommandsApi(world);

  private Engine engine(String id) {
    return world.store.engines().find(ORGANIZATION, id).orElseThrow();
  }

  private static void refused(ApiAnswer answer, String current, String target) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(answer.text("current_state")).isEqualTo(current);
    assertThat(answer.text("target_state")).isEqualTo(target);
    assertThat(answer.json().path("allowed").isArray()).isTrue();
  }

  private static void conflicts(ApiAnswer answer, String part) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("CONFLICT");
    assertThat(answer.text("detail")).contains(part);
  }

  @Test
  void pausesOnceAndTellsTheEngine() {
    String id = api.started("");

    ApiAnswer paused = api.command(id, "pause", "{'reason':'night'}");
    ApiAnswer again = api.command(id, "pause", "");

    assertThat(paused.text("status")).isEqualTo("paused");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("status_reason")).isEqualTo("night");
    assertThat(api.events()).containsExactly("created", "started", "paused");
    assertThat(engine(id).mandate()).isEqualTo(Mandate.PAUSE);
    assertThat(world.store.gate(id)).contains(Move.Gate.PAUSE);
  }

  @Test
  void pausesOnlyWhatIsInProgress() {
    refused(api.command(api.created(""), "pause", ""), "created", "paused");
  }

  @Test
  void resumesOnce() {
    String id = api.started("");
    api.command(id, "pause", "");

    assertThat(api.command(id, "resume", "").text("status")).isEqualTo("in_progress");
    assertThat(api.command(id, "resume", "").status()).isEqualTo(200);

    assertThat(api.events()).containsExactly("created", "started", "paused", "resumed");
    assertThat(engine(id).mandate()).isEqualTo(Mandate.RUN);
    assertThat(world.store.gate(id)).contains(Move.Gate.OPEN);
  }

  @Test
  void resumesOnlyWhatIsPaused() {
    String id = api.created("");
    refused(api.command(id, "resume", ""), "created", "in_progress");
    api.command(id, "cancel", "");
    refused(api.command(id, "resume", ""), "cancelled", "in_progress");
  }

  @Test
  void resumesNothingOnRecalledFirmware() {
    String seen = api.started("");
    String unseen = api.started("");
    world.store.move(world.moves.recall(api.stored(seen), Tally.NONE, "recalled"));
    api.command(unseen, "pause", "");
    world.catalogue.put(ORGANIZATION, FIRMWARE_ID, FirmwareStatus.RECALLED);

    conflicts(api.command(seen, "resume", ""), "was recalled");
    conflicts(api.command(unseen, "resume", ""), "was recalled");
  }

  @Test
  void resumesNoMoreThanAllowedAtOnce() {
    String paused = api.started("");
    api.command(paused, "pause", "");
    api.started("");
    api.started("");

    conflicts(api.command(paused, "resume", ""), "As many campaigns as allowed");
  }

  @Test
  void promotesAStageAsOftenAsItIsAsked() {
    for (String strategy : List.of("staged", "canary")) {
      String id = promotable(strategy);

      assertThat(api.command(id, "promote", "").text("promoted_at")).startsWith("2026-11-24T08");
      assertThat(api.command(id, "promote", "").status()).isEqualTo(200);

      assertThat(engine(id).promoted()).isTrue();
      assertThat(api.events()).endsWith("promoted", "promoted");
      assertThat(api.lastLine(id)).isEqualTo("promoted: to the next stage");
      api.command(id, "cancel", "");
    }
  }

  private String promotable(String strategy) {
    String id = api.created("'description':'x'");
    api.patch(id, "{'deployment_strategy':'%s'}".formatted(strategy));
    api.command(id, "start", "");
    return id;
  }

  @Test
  void releasesTheSwitchOnce() {
    String id = promotable("blue_green");
    assertThat(world.store.gate(id)).contains(Move.Gate.HOLD);

    api.command(id, "promote", "");
    ApiAnswer again = api.command(id, "promote", "");

    assertThat(again.status()).isEqualTo(200);
    assertThat(world.store.gate(id)).contains(Move.Gate.OPEN);
    assertThat(api.events()).containsOnlyOnce("promoted");
  }

  @Test
  void promotesNothingElse() {
    String id = api.started("");
    conflicts(api.command(id, "promote", ""), "immediate has no stages");
    api.command(id, "pause", "");
    refused(api.command(id, "promote", ""), "paused", "in_progress");
  }

  @Test
  void startsAfterApprovalOnly() {
    String id = api.created("'requires_approval':true");
    conflicts(api.command(id, "start", ""), "approval of another user first");

    ApiAnswer approved = api.command("bert", id, "approve", APPROVED);

    assertThat(approved.json().path("approved").asBoolean()).isTrue();
    assertThat(approved.text("approved_by")).isEqualTo("bert");
    assertThat(approved.text("approval_comment")).isEqualTo("looks good");
    assertThat(api.command("bert", id, "approve", APPROVED).status()).isEqualTo(200);
    assertThat(api.command(id, "start", "").text("status")).isEqualTo("in_progress");
    assertThat(api.events()).containsExactly("created", "approved", "started");
  }

  @Test
  void rejectsWithTheComment() {
    String id = api.created("'requires_approval':true");
    String no = "{'approved':false,'approval_comment':'too early'}";

    ApiAnswer rejected = api.command("bert", id, "approve", no);

    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("status_reason")).isEqualTo("too early");
    assertThat(api.command("bert", id, "approve", no).text("status")).isEqualTo("rejected");
    refused(api.command("carl", id, "approve", APPROVED), "rejected", "created");
    refused(api.command(id, "start", ""), "rejected", "in_progress");
    assertThat(api.events()).containsExactly("created", "rejected");
  }

  @Test
  void letsNobodyApproveTheirOwnPlan() {
    String id = api.created("'requires_approval':true");
    assertThat(api.command("olga", id, "approve", APPROVED).status()).isEqualTo(403);
    api.patch("bert", id, "{'name':'winter'}");

    assertThat(api.command("bert", id, "approve", APPROVED).text("code")).isEqualTo("FORBIDDEN");
    assertThat(api.command("olga", id, "approve", APPROVED).status()).isEqualTo(403);
    assertThat(api.command("carl", id, "approve", APPROVED).status()).isEqualTo(200);
  }

  /** The authorizer makes this caller of a key: its maker, with what the key may do. */
  private static Caller keyMadeBy(String user, Role role) {
    Set<String> scopes = role == Role.SERVICE ? Set.of("campaigns:write") : Set.of();
    return new Caller(ORGANIZATION, user, Set.of(role), null, scopes, NEVER);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "ADMIN", "SERVICE"})
  void takesAnApiKeyForThePersonWhoMadeIt(Role role) {
    String id = api.created("'requires_approval':true");
    String refusal = "{'approved':false}";

    assertThat(api.command("olga", id, "approve", APPROVED).status()).isEqualTo(403);
    ApiAnswer own = api.command(keyMadeBy("olga", role), id, "approve", APPROVED);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text("code")).isEqualTo("FORBIDDEN");
    assertThat(own.text("detail")).contains("ask another user");
    assertThat(api.command(keyMadeBy("olga", role), id, "approve", refusal).status())
        .isEqualTo(403);
    conflicts(api.command(id, "start", ""), "approval of another user first");
    assertThat(api.events()).containsExactly("created");

    ApiAnswer approved = api.command(keyMadeBy("ben", role), id, "approve", APPROVED);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.text("approved_by")).isEqualTo("ben");
    assertThat(api.command(keyMadeBy("olga", role), id, "start", "{}").text("status"))
        .isEqualTo("in_progress");
  }

  @Test
  void takesAChangeByAnApiKeyForOneByThePersonWhoMadeIt() {
    String id = api.created("'requires_approval':true");
    api.patch(keyMadeBy("ben", Role.OPERATOR), id, "{'name':'winter'}");

    assertThat(api.command("ben", id, "approve", APPROVED).status()).isEqualTo(403);
    assertThat(api.command("carl", id, "approve", APPROVED).status()).isEqualTo(200);
  }

  @Test
  void wantsApprovalWhereItIsRequiredAndPossible() {
    String id = api.created("");
    conflicts(api.command("bert", id, "approve", APPROVED), "needs no approval");
    api.command(id, "start", "");
    refused(api.command("bert", id, "approve", APPROVED), "in_progress", "created");
    assertThat(api.command("bert", id, "approve", "{}").wrongFields()).containsExactly("approved");
    assertThat(api.command("bert", id, "approve", "{'approved':'yes'}").wrongFields())
        .containsExactly("approved");
  }

  @Test
  void rollsBackOnceWithTheReason() {
    String id = api.started("");

    assertThat(api.command(id, "rollback", "{}").wrongFields()).containsExactly("reason");
    ApiAnswer rolling = api.command(id, "rollback", REASON);

    assertThat(rolling.text("status")).isEqualTo("rollback");
    assertThat(rolling.text("status_reason")).isEqualTo("too many complaints");
    assertThat(api.command(id, "rollback", REASON).status()).isEqualTo(200);
    assertThat(api.events()).containsExactly("created", "started", "rollback_started");
    assertThat(engine(id).mandate()).isEqualTo(Mandate.ROLL_BACK);
    assertThat(world.store.gate(id)).contains(Move.Gate.CANCEL);
  }

  @Test
  void rollsBackWhatIsPausedCompletedOrFailed() {
    String paused = api.started("");
    api.command(paused, "pause", "");
    String completed = api.started("");
    world.store.move(world.moves.complete(api.stored(completed), Tally.NONE, null));
    String failed = api.started("");
    world.store.move(world.moves.fail(api.stored(failed), Tally.NONE, "too many"));

    for (String id : List.of(paused, completed, failed)) {
      assertThat(api.command(id, "rollback", REASON).text("status")).isEqualTo("rollback");
    }
    refused(api.command(api.created(""), "rollback", REASON), "created", "rollback");
  }

  @Test
  void showsNothingOfAnotherOrganization() {
    String id = api.started("");
    Map<String, String> commands =
        Map.of("pause", "", "resume", "", "promote", "", "approve", APPROVED, "rollback", REASON);

    commands.forEach(
        (command, body) ->
            assertThat(api.command("stranger", id, command, body).status())
                .as(command)
                .isEqualTo(404));
    assertThat(api.patch("stranger", id, "{'name':'x'}").status()).isEqualTo(404);
    assertThat(api.events()).containsExactly("created", "started");
  }

  /** A store in which somebody else acts between the calls of a command. */
  private MemoryStore storeWith(Queue<Runnable> turns) {
    return new MemoryStore(
        world.updates,
        world.catalogue,
        2,
        () -> {
          Runnable turn = turns.poll();
          if (turn != null) {
            turn.run();
          }
        },
        () -> {});
  }

  @Test
  void ofTwoAtOnceTheSecondSeesWhatTheFirstDid() {
    Queue<Runnable> turns = new ArrayDeque<>();
    MemoryStore store = storeWith(turns);
    CommandsApi raced = new CommandsApi(world, store);
    String id = raced.started("");
    turns.add(() -> {}); // The command reads the campaign.
    turns.add(() -> store.move(world.moves.cancel(raced.stored(id), Tally.NONE, OLGA, "first")));

    refused(raced.command(id, "pause", ""), "cancelled", "paused");

    assertThat(raced.events()).containsExactly("created", "started", "cancelled");
  }

  @Test
  void contentionThatLastsIsToldAsUnavailable() {
    Queue<Runnable> turns = new ArrayDeque<>();
    MemoryStore store = storeWith(turns);
    CommandsApi raced = new CommandsApi(world, store);
    String id = raced.started("");
    for (int attempt = 0; attempt < 5; attempt++) {
      turns.add(() -> {}); // The command reads the campaign; then somebody else changes it.
      turns.add(() -> touched(store, raced, id));
      turns.add(() -> {}); // These two are the calls of the somebody.
      turns.add(() -> {});
    }

    ApiAnswer answer = raced.command(id, "pause", "");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("UNAVAILABLE");
    assertThat(raced.stored(id).status()).isEqualTo(CampaignStatus.IN_PROGRESS);
  }

  private void touched(MemoryStore store, CommandsApi raced, String id) {
    var campaign = raced.stored(id);
    store.move(world.moves.adjust(campaign, campaign.plan(), Tally.NONE, OLGA, "nothing"));
  }
}
