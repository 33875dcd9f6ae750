package io.updraft.cloud;

import io.updraft.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;

/** What the command line of the CDK starts, in the folder of this module. */
public final class CloudApp {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private CloudApp() {}

  public static void main(String[] args) {
    App app = new App();
    Map<String, String> context = context(app);
    boolean onlyShow = context.containsKey("dryRun");
    Stacks.add(
        app,
        StageReader.read(Path.of("stages"), context),
        ROOT.resolve(Template.FILE_NAME),
        onlyShow ? FunctionPackages.named() : FunctionPackages.built(ROOT));
    app.synth();
  }

  /** The account is that of the credentials, where it is not said. */
  private static Map<String, String> context(App app) {
    Map<String, String> context = new HashMap<>();
    Optional.ofNullable(System.getenv("CDK_DEFAULT_ACCOUNT"))
        .ifPresent(account -> context.put("account", account));
    Map<?, ?> given = (Map<?, ?>) app.getNode().getAllContext();
    given.forEach((name, value) -> context.put((String) name, String.valueOf(value)));
    return context;
  }
}
