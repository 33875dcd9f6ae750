/** The built-in registry: registers, changes, shows, lists and deletes devices. */
@NullMarked
package io.updraft.device.registry;

import org.jspecify.annotations.NullMarked;
