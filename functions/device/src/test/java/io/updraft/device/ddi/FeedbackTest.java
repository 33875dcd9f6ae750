package io.updraft.device.ddi;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.device.domain.Message;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Update;
import io.updraft.device.domain.UpdateStatus;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.AtOnce;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DynamoDbServer.class)
class FeedbackTest {
  private final DdiRig rig;

  FeedbackTest(TestDatabase database) {
    this.rig = new DdiRig(database);
  }

  @BeforeEach
  void reset() {
    rig.reset();
  }

  private UpdateStatus statusAfter(Update update) {
    return rig.update(update.id()).status();
  }

  private List<String> messages(Update update) {
    return rig.stores.stores().messages().of("acme", update.id()).stream()
        .map(Message::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "closed, success, COMPLETED",
    "closed, none, COMPLETED",
    "closed, failure, FAILED",
    "downloaded, none, VERIFYING",
    "download, none, DOWNLOADING",
    "proceeding, none, IN_PROGRESS",
    "scheduled, none, IN_PROGRESS",
    "resumed, none, IN_PROGRESS",
    "canceled, success, IN_PROGRESS",
    "rejected, failure, IN_PROGRESS"
  })
  void meansForAnUpdateThatWaits(String execution, String finished, UpdateStatus status) {
    Update update = rig.released();
    ApiAnswer answer = rig.feedback(rig.action(), execution, finished);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(statusAfter(update)).isEqualTo(status);
  }

  @Test
  void proceedingAfterTheBytesAreFetchedIsInstalling() {
    Update update = rig.released();
    String action = rig.action();
    rig.feedback(action, "proceeding", "none");
    rig.feedback(action, "download", "none");
    rig.said(
        "deploymentBase",
        action,
        """
        {"status": {"execution": "proceeding",
         "result": {"finished": "none", "progress": {"cnt": 1, "of": 4}}}}
        """);
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.INSTALLING);
    assertThat(rig.update(update.id()).course().progress().install()).isEqualTo(25);
  }

  @Test
  void detailsOfAFailureAreItsMessage() {
    Update update = rig.released();
    rig.feedback(rig.action(), "closed", "failure", "no space", "giving up");
    assertThat(rig.update(update.id()).course().errorMessage()).isEqualTo("no space; giving up");
    assertThat(messages(update)).containsExactly("giving up", "no space");
  }

  @Test
  void endlessDetailsAreTakenAndBounded() {
    Update update = rig.released();
    String[] log = Collections.nCopies(1_000, "x".repeat(1_000)).toArray(String[]::new);
    assertThat(rig.feedback(rig.action(), "closed", "failure", log).status()).isEqualTo(200);
    assertThat(rig.update(update.id()).course().errorMessage()).hasSize(500);
    assertThat(messages(update)).hasSizeLessThanOrEqualTo(Messages.MOST);
    assertThat(messages(update)).allMatch(text -> text.length() == Messages.LONGEST);
  }

  @Test
  void presignedAddressesAreNotKept() {
    Update update = rig.released();
    rig.feedback(
        rig.action(), "proceeding", "none", "got http://s3.example/a.swu?X-Amz-Signature=1 now");
    assertThat(messages(update)).containsExactly("got http://s3.example/a.swu?… now");
  }

  @Test
  void latestMessagesAreShownWithTheUpdate() {
    rig.released();
    String action = rig.action();
    rig.feedback(action, "proceeding", "none", "one", "two");
    rig.feedback(action, "proceeding", "none", "three");
    ApiAnswer answer =
        rig.on(
            rig.call("GET", "/deploymentBase/{action_id}")
                .path("action_id", action)
                .query("actionHistory", "2"));
    assertThat(answer.json().at("/actionHistory/messages"))
        .extracting(node -> node.asText())
        .containsExactly("three", "two");
  }

  @Test
  void progressCostsTwoWriteUnitsWithItsWords() {
    rig.released();
    String action = rig.action();
    rig.feedback(action, "download", "none");
    rig.feedback(action, "proceeding", "none");
    rig.stores.consumed().reset();
    rig.said(
        "deploymentBase",
        action,
        """
        {"status": {"execution": "proceeding", "details": ["half"],
         "result": {"finished": "none", "progress": {"cnt": 1, "of": 2}}}}
        """);
    assertThat(rig.stores.consumed().writeUnits()).isEqualTo(2);
  }

  @Test
  void repeatedFeedbackChangesNothing() {
    Update update = rig.released();
    String action = rig.action();
    rig.feedback(action, "download", "none");
    long revision = rig.update(update.id()).course().revision();
    rig.feedback(action, "download", "none");
    assertThat(rig.update(update.id()).course().revision()).isEqualTo(revision);
  }

  /** Whoever comes second finds the action ended, or changes nothing. */
  @Test
  void ofTwoEndsAtOnceOneIsTaken() throws Exception {
    Update update = rig.released();
    String action = rig.action();
    List<ApiAnswer> answers =
        AtOnce.call(
            List.of(
                () -> rig.feedback(action, "closed", "success"),
                () -> rig.feedback(action, "closed", "failure", "no space")));
    assertThat(answers).allMatch(a -> a.status() == 200 || a.status() == 410);
    Update ended = rig.update(update.id());
    assertThat(ended.status()).isIn(UpdateStatus.COMPLETED, UpdateStatus.FAILED);
    assertThat(ended.course().sequence()).as("events: created, ended").isEqualTo(2);
  }

  /** The answer, or the messages, were lost; the client sends it again. */
  @Test
  void feedbackWhoseMessagesAreLostIsTakenWhenItComesAgain() {
    Update update = rig.released();
    String action = rig.action();
    rig.failMessages(1);
    assertThat(rig.feedback(action, "proceeding", "none", "one").status()).isEqualTo(503);
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.IN_PROGRESS);
    assertThat(rig.feedback(action, "proceeding", "none", "one").status()).isEqualTo(200);
    assertThat(messages(update)).containsExactly("one");
  }

  @Test
  void endedActionIsGone() {
    Update update = rig.released();
    String action = rig.action();
    rig.feedback(action, "closed", "success");
    ApiAnswer again = rig.feedback(action, "closed", "failure", "late");
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.body()).isEmpty();
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.COMPLETED);
    assertThat(rig.cancelFeedback(action, "closed", "success").status()).isEqualTo(410);
  }

  @Test
  void actionOfAnotherDeviceIsNotThere() {
    rig.released();
    String action = rig.action();
    ApiAnswer answer =
        rig.onAs(
            rig.call("POST", "/deploymentBase/{action_id}/feedback")
                .path("controller_id", "pump-2")
                .path("action_id", action)
                .json(DdiRig.status("closed", "success"))
                .asDevice("acme", "pump-2"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("errorCode")).isEqualTo("NOT_FOUND");
    assertThat(answer.text("exceptionClass")).isNotEmpty();
    assertThat(answer.text("message")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"status\": {\"execution\": \"closed\"}}",
        "{\"status\": {\"execution\": \"done\", \"result\": {\"finished\": \"none\"}}}",
        "{\"status\": {\"execution\": \"closed\", \"result\": {\"finished\": \"perhaps\"}}}",
        "{\"status\": {\"execution\": 1, \"result\": {\"finished\": \"none\"}}}"
      })
  void unreadableFeedbackIsRefusedAndChangesNothing(String body) {
    Update update = rig.released();
    ApiAnswer answer = rig.said("deploymentBase", rig.action(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).isNotEmpty();
    assertThat(statusAfter(update)).isEqualTo(UpdateStatus.SCHEDULED);
  }

  @Test
  void otherMediaTypesAreRefused() {
    rig.released();
    ApiAnswer answer =
        rig.on(
            rig.call("POST", "/deploymentBase/{action_id}/feedback")
                .path("action_id", rig.action())
                .body("text/plain", DdiRig.status("closed", "success")));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void recalledFirmwareThatHasNotBegunIsNotShown() {
    rig.released();
    rig.stores.clearance(FIRMWARE, "recalled", CAMPAIGN, CampaignGate.OPEN);
    assertThat(rig.action()).isEmpty();
  }
}
