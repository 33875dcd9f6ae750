/** A device service in the place of the built-in registry, reached by HTTP. */
@NullMarked
package io.updraft.device.http;

import org.jspecify.annotations.NullMarked;
