/** Several nodes over one database on one machine: started, watched, added and taken away. */
package io.heronbridge.launcher.cluster;
