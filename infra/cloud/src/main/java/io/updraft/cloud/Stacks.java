package io.updraft.cloud;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/** All stacks of a stage, and which needs what of which. */
final class Stacks {
  private final App app;
  private final StageSettings settings;

  private Stacks(App app, StageSettings settings) {
    this.app = app;
    this.settings = settings;
  }

  /**
   * Adds the stacks of a stage to the app.
   *
   * @param template the file {@code template.yaml}
   */
  static ApplicationStack add(
      App app, StageSettings settings, Path template, FunctionPackages packages) {
    Tags.of(app).add("updraft-stage", settings.stage());
    ApplicationStack application = new Stacks(app, settings).add(template, packages);
    Suppressions.explain(app);
    Aspects.of(app).add(new AwsSolutionsChecks());
    return application;
  }

  private ApplicationStack add(Path template, FunctionPackages packages) {
    ApplicationStack application =
        new ApplicationStack(
            app, "updraft-" + settings.stage(), here(), settings, broker(), template, packages);
    settings.domains().ifPresent(domains -> addDoors(domains, application));
    new MonitoringStack(app, settings.name("monitoring"), here(), settings, application);
    new BackupStack(app, settings.name("backup"), here(), settings, keptTables(application));
    return application;
  }

  private Broker broker() {
    return switch (settings.nats()) {
      case Nats.Existing existing -> Broker.of(existing);
      case Nats.Cluster cluster -> {
        NetworkStack network = new NetworkStack(app, settings.name("network"), here(), settings);
        yield new NatsStack(app, settings.name("nats"), here(), settings, cluster, network.vpc())
            .broker();
      }
    };
  }

  private void addDoors(Domains domains, ApplicationStack application) {
    DomainStack devices =
        new DomainStack(app, settings.name("domain"), here(), domains, application.apiId());
    new EdgeStack(
            app, settings.name("edge"), in(EdgeStack.REGION), settings.name("firewall"), domains)
        .getNode()
        .addDependency(devices);
  }

  /** What may go with the stack needs no backup either. */
  private static List<String> keptTables(ApplicationStack application) {
    return application.ofType("AWS::DynamoDB::Table").values().stream()
        .filter(table -> table.getCfnOptions().getDeletionPolicy() != null)
        .map(table -> table.getAtt("Arn").toString())
        .toList();
  }

  private StackProps here() {
    return in(settings.region());
  }

  private StackProps in(String region) {
    return StackProps.builder()
        .env(Environment.builder().account(settings.account()).region(region).build())
        .tags(Map.of("updraft-stage", settings.stage()))
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build())
        .build();
  }
}
