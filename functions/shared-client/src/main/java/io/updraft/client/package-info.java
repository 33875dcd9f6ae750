/** How a service beside Updraft is called by HTTP. */
@NullMarked
package io.updraft.client;

import org.jspecify.annotations.NullMarked;
