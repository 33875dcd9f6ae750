package io.updraft.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this project are. */
public final class ProjectFiles {
  private static final String PACKAGES = "infra/servers/package.json";

  private ProjectFiles() {}

  /**
   * The project's folder: that of the system property {@code updraft.home}, or else the nearest one
   * above the working directory.
   */
  public static Path root() {
    String home = System.getProperty("updraft.home");
    Path start = Path.of(home == null ? "" : home).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(PACKAGES))) {
        return folder;
      }
    }
    throw new IllegalStateException(start + " is not inside the project's folder");
  }
}
