package io.updraft.device.ddi;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Dialogues;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Updates;
import io.updraft.device.download.GetDownload;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.moves.UpdateMoves;
import io.updraft.device.poll.NextUpdate;
import io.updraft.device.registry.DescribeDevice;
import io.updraft.device.registry.Registry;
import io.updraft.device.report.ReportStatus;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** The device-facing side of hawkBit: the function {@code DeviceDdi}. */
public final class DdiFunction extends HttpFunction {
  private static final String BASE = "/{organization}/controller/v1/{controller_id}";
  private static final String ARTIFACTS = BASE + "/softwaremodules/{module_id}/artifacts";

  public DdiFunction() {
    this(Environment.current());
  }

  private DdiFunction(Environment environment) {
    this(environment, DeviceStores.from(environment), Clock.systemUTC());
  }

  private DdiFunction(Environment environment, DeviceStores stores, Clock clock) {
    this(
        new Parts(
            stores.devices(),
            stores.updates(),
            stores.registry(),
            stores.dialogues(),
            stores.messages(),
            stores.firmware().clearances(),
            PublishedFirmware.downloads(environment)),
        new ReportStatus(
            stores.updates(),
            stores.firmware().clearances(),
            new DueRollback(
                stores.updates(), stores.rollbacks(), stores.firmware().catalogue(), clock),
            environment.findUri("DEVICE_SERVICE_URL").isPresent(),
            clock),
        DdiSettings.from(environment),
        clock);
  }

  DdiFunction(Parts parts, ReportStatus reportStatus, DdiSettings settings, Clock clock) {
    super(new Wiring(parts, reportStatus, settings, clock).routes());
  }

  /** The ports that the protocol reaches. */
  record Parts(
      Devices devices,
      Updates updates,
      Registry registry,
      Dialogues dialogues,
      Messages messages,
      Clearances clearances,
      FirmwareDownloads downloads) {}

  private record Wiring(Parts parts, ReportStatus reportStatus, DdiSettings settings, Clock clock) {

    Routes routes() {
      Routes.Builder routes = Routes.routes(clock).refusals(new DdiRefusals());
      addDeployment(routes);
      addConfirmation(routes);
      addArtifacts(routes);
      return routes.build();
    }

    private void addDeployment(Routes.Builder routes) {
      add(routes, "GET " + BASE, new BaseHandler(contacts(), settings));
      add(
          routes,
          "PUT " + BASE + "/configData",
          new ConfigDataHandler(new DescribeDevice(parts.registry()), parts.dialogues(), clock));
      add(
          routes,
          "GET " + BASE + "/deploymentBase/{action_id}",
          DeploymentHandler.toInstall(findAction(), settings, clock));
      add(
          routes,
          "POST " + BASE + "/deploymentBase/{action_id}/feedback",
          new FeedbackHandler(findAction(), reportStatus, parts.messages(), clock));
      add(
          routes,
          "GET " + BASE + "/installedBase/{action_id}",
          new InstalledHandler(findAction(), parts.clearances(), settings, clock));
      add(routes, "GET " + BASE + "/cancelAction/{action_id}", new CancelHandler(findAction()));
      add(
          routes,
          "POST " + BASE + "/cancelAction/{action_id}/feedback",
          new CancelFeedbackHandler(
              findAction(),
              reportStatus,
              new UpdateMoves(parts.updates()),
              parts.messages(),
              clock));
    }

    private void addConfirmation(Routes.Builder routes) {
      AutoConfirm autoConfirm = new AutoConfirm(parts.dialogues(), clock);
      String confirmation = BASE + "/confirmationBase";
      add(routes, "GET " + confirmation, new ConfirmationHandler(contacts(), settings));
      add(
          routes,
          "GET " + confirmation + "/{action_id}",
          DeploymentHandler.toConfirm(findAction(), settings, clock));
      add(
          routes,
          "POST " + confirmation + "/{action_id}/feedback",
          new ConfirmationFeedbackHandler(findAction(), reportStatus, parts.messages(), clock));
      add(routes, "POST " + confirmation + "/activateAutoConfirm", autoConfirm::activate);
      add(routes, "POST " + confirmation + "/deactivateAutoConfirm", autoConfirm::deactivate);
    }

    private void addArtifacts(Routes.Builder routes) {
      GetDownload getDownload = new GetDownload(parts.devices(), parts.clearances());
      ArtifactHandler artifact =
          new ArtifactHandler(getDownload, reportStatus, parts.downloads(), settings);
      add(
          routes,
          "GET " + ARTIFACTS,
          new ArtifactListHandler(getDownload, parts.clearances(), settings, clock));
      add(routes, "GET " + ARTIFACTS + "/{filename}", artifact);
      add(routes, "HEAD " + ARTIFACTS + "/{filename}", artifact);
    }

    private static void add(Routes.Builder routes, String key, ControllerOperation operation) {
      routes.route(key, Access.device(), ControllerOperation.of(operation));
    }

    private FindAction findAction() {
      return new FindAction(parts.devices(), parts.updates(), parts.clearances());
    }

    private Contacts contacts() {
      return new Contacts(
          new NextUpdate(
              parts.devices(),
              parts.updates(),
              parts.clearances(),
              settings.poll().gatewayRegistrationsPerHour(),
              clock));
    }
  }
}
