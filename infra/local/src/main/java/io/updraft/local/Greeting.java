package io.updraft.local;

import java.nio.file.Path;

/**
 * What is said when the runtime is ready: commands that can be typed as they stand.
 *
 * @param defaultData where the scripts look for the runtime unless they are told
 */
record Greeting(Options options, Path defaultData) {
  String text() {
    String url = options.publicUrl().toString();
    String where = options.data().equals(defaultData) ? "" : " --data " + quoted(options.data());
    return """
        Updraft is ready at %s, with its data in %s
          curl %s/health
          scripts/token --role admin%s      a token for the API
          scripts/simulate --help         simulated devices%s
          scripts/events%s                  what is published on NATS
        Ctrl-C stops it.
        """
        .formatted(url, options.data(), url, where, where.isEmpty() ? "" : ", with" + where, where);
  }

  /** As one word of a shell. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9/._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
