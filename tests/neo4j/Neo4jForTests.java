import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.ClientAuth;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server on 127.0.0.1. Arguments: data folder, port (0: any free one), whether it wants a user and a password, the port that it tells
 * routing drivers to use (0: its own), the folder of private.key and public.crt to encrypt with (empty: none). Prints "BOLT port" once it
 * answers, and stops when its standard input ends, so that it never outlives whoever started it.
 */
public final class Neo4jForTests {
    public static void main(String[] arguments) throws Exception {
        var builder = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.auth_enabled, Boolean.parseBoolean(arguments[2]))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false);
        var advertised = Integer.parseInt(arguments[3]);
        if (advertised > 0) builder.setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", advertised));
        if (!arguments[4].isEmpty()) {
            var encryption = SslPolicyConfig.forScope(SslPolicyScope.BOLT);
            builder.setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.REQUIRED)
                    .setConfig(encryption.enabled, true)
                    .setConfig(encryption.base_directory, Path.of(arguments[4]))
                    .setConfig(encryption.private_key, Path.of(arguments[4], "private.key"))
                    .setConfig(encryption.public_certificate, Path.of(arguments[4], "public.crt"))
                    .setConfig(encryption.client_auth, ClientAuth.NONE);
        }
        var managing = builder.build();
        var database = (GraphDatabaseAPI) managing.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        var ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        System.out.println("BOLT " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
        System.out.flush();
        while (System.in.read() >= 0) {}
        managing.shutdown();
        System.exit(0);
    }
}
