/** Users, and devices that are to have it, fetch a firmware's bytes. */
@NullMarked
package io.updraft.device.download;

import org.jspecify.annotations.NullMarked;
