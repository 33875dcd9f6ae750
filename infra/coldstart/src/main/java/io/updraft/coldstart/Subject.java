package io.updraft.coldstart;

import java.nio.file.Path;
import java.util.Map;

/**
 * A function that is started.
 *
 * @param name its logical id, or what a baseline is called
 * @param folder its package, unpacked
 * @param handler the handler's class
 * @param environment its variables, but for those that tell of one start
 * @param event the first event that it gets, JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Subject(
    String name, Path folder, String handler, Map<String, String> environment, byte[] event) {}
